package dev.slipway.backup;

import java.util.List;

/**
 * How a backup is restored.
 *
 * @param jobs how many connections write at the same time
 * @param dataOnly whether only rows are written, into tables that are there and empty
 * @param tables of which tables rows are written, as dotted names; empty for all
 * @param rights whether owners and privileges are restored too
 * @param createRoles whether roles that the server lacks are created, without a login
 * @param throwAway whether the server is gone afterwards, so that roles that may do everything may
 *     do so there too
 */
public record RestoreOptions(
    int jobs,
    boolean dataOnly,
    List<String> tables,
    boolean rights,
    boolean createRoles,
    boolean throwAway) {

  /** Copies the tables. */
  public RestoreOptions {
    tables = List.copyOf(tables);
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs are at least 1");
    }
  }

  /** Everything, with owners and privileges, by as many connections as a backup is taken by. */
  public static RestoreOptions defaults() {
    return new RestoreOptions(
        BackupOptions.defaults().jobs(), false, List.of(), true, false, false);
  }

  /** The same on a server that is gone afterwards: roles are created. */
  public RestoreOptions onThrowAwayServer() {
    return new RestoreOptions(
        jobs, dataOnly, tables, rights, /* createRoles= */ true, /* throwAway= */ true);
  }
}
