package dev.slipway.migration;

import dev.slipway.dialect.LedgerEntry;
import java.time.Duration;

/** What the ledger says of a migration that is applied. */
final class Entries {

  private Entries() {}

  static LedgerEntry of(
      Migration migration, LockedSession session, Duration duration, int statements) {
    return new LedgerEntry(
        migration.name(),
        migration.parents(),
        migration.up().hash(),
        migration.down().hash(),
        migration.manifest().before(),
        migration.manifest().after(),
        session.origin().toString(),
        ToolVersion.current(),
        duration,
        statements);
  }

  /** The same of one that was applied elsewhere. */
  static LedgerEntry copied(LedgerEntry entry, LockedSession session) {
    return new LedgerEntry(
        entry.name(),
        entry.parents(),
        entry.up(),
        entry.down(),
        entry.before(),
        entry.after(),
        session.origin().toString(),
        ToolVersion.current(),
        Duration.ZERO,
        0);
  }
}
