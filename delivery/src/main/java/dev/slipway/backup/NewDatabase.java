package dev.slipway.backup;

import dev.slipway.config.BackupPrograms;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * The database that is created for a restore.
 *
 * @param administration another database of the server
 * @param name what it is called
 * @param url where it will be
 */
record NewDatabase(
    Dialect dialect,
    DatabaseUrl administration,
    String name,
    DatabaseUrl url,
    Backup backup,
    RestoreOptions options,
    BackupPrograms programs) {

  /**
   * Creates it, unless a restore of this backup was begun there that can go on.
   *
   * @param check makes sure that the backup is as it was written
   */
  void createUnlessBegun(Consumer<Backup> check) throws SQLException {
    try (Connection connection = dialect.connect(administration, "restore")) {
      if (dialect.copies().isThere(connection, name)) {
        if (canGoOn()) {
          return;
        }
        requireTools(connection);
        dialect.copies().drop(connection, name);
      } else {
        check.accept(backup);
        requireTools(connection);
        new RestoreRoles(connection, backup).require(options);
      }
      dialect.copies().create(connection, name, backup.manifest().database());
    }
    if (backup.manifest().dump() != null) {
      try (Connection connection = dialect.connect(url, "restore")) {
        RestoreJournal.begin(connection, backup);
        RestoreJournal.mark(connection, RestoreJournal.CREATED);
      }
    }
  }

  /**
   * Whether a restore goes on where it was; one by a program begins anew, in a database that was
   * created for it and holds nothing else.
   *
   * @throws SlipwayException when something else is there
   */
  private boolean canGoOn() throws SQLException {
    try (Connection connection = dialect.connect(url, "restore")) {
      if (!RestoreJournal.isThere(connection)) {
        throw used("There is a database " + name + " already.");
      }
      if (backup.manifest().dump() == null) {
        return true;
      }
      if (!RestoreJournal.read(connection, backup).contains(RestoreJournal.CREATED)) {
        throw used("A restore into " + name + " was cut off, and Slipway did not create it.");
      }
      return false;
    }
  }

  private void requireTools(Connection connection) throws SQLException {
    DumpCopy dump = backup.manifest().dump();
    if (dump != null) {
      DumpRestore.tools(connection, dump, programs);
    }
  }

  private static SlipwayException used(String what) {
    return new SlipwayException(
        BackupError.RESTORE_TARGET_USED,
        what,
        "Name one that is not there, or write the address of an empty one.");
  }
}
