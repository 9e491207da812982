package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger says at one moment.
 *
 * @param applied what is applied, in the order in which it was
 * @param advance how far a migration is that is neither whole nor absent; null when there is none
 */
public record LedgerContents(List<AppliedMigration> applied, @Nullable Advance advance) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Copies the list. */
  public LedgerContents {
    applied = List.copyOf(applied);
  }

  /**
   * Reads what the ledger says, in one snapshot and without writing; nothing is applied where there
   * is no ledger.
   *
   * @throws SlipwayException when the target or its ledger can't be read
   */
  public static LedgerContents read(Target target) {
    try (Connection connection = target.connect("status")) {
      target.dialect().transactions().beginReadOnly(connection, TIMEOUT);
      try {
        return LockedSession.readLedger(target.dialect(), connection);
      } finally {
        target.dialect().transactions().rollback(connection);
      }
    } catch (SQLException e) {
      throw LockedSession.failed(target.dialect(), "Reading the ledger", e);
    }
  }
}
