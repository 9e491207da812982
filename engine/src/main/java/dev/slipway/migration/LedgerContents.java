package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.AppliedMigration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger says at one moment.
 *
 * @param applied what is applied, in the order in which it was
 * @param advance how far a migration is that is neither whole nor absent; null when there is none
 */
record LedgerContents(List<AppliedMigration> applied, @Nullable Advance advance) {

  LedgerContents {
    applied = List.copyOf(applied);
  }
}
