package dev.slipway.dialect;

import java.time.Instant;

/**
 * One line of the ledger: that a migration is applied.
 *
 * @param entry what was written when it was applied
 * @param position its place in the order in which migrations were applied, from 1
 * @param at when its transaction began, by the server's clock
 * @param by the role that applied it
 * @param run the run that applied it
 */
public record AppliedMigration(LedgerEntry entry, int position, Instant at, String by, long run) {

  /** The migration's name. */
  public String name() {
    return entry.name();
  }
}
