package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables in the target that say what was applied, by whom, how far, and what it cost. Stateless
 * and thread-safe; each method works in the connection's transaction.
 *
 * <p>Whoever writes holds the {@link MigrationLock}. Reading needs no lock and writes nothing.
 */
public interface Ledger {

  /** The format that is written, and the newest that is read. */
  int FORMAT = 1;

  /** The format of the target's ledger; 0 when there is none. */
  int format(Connection connection) throws SQLException;

  /** Creates the tables of an empty ledger; within the caller's transaction. */
  void create(Connection connection, String tool) throws SQLException;

  /** What is applied, in the order in which it was; empty when there is no ledger. */
  List<AppliedMigration> applied(Connection connection) throws SQLException;

  /** Writes that a migration is applied. */
  void record(Connection connection, long run, LedgerEntry entry) throws SQLException;

  /** Takes a migration out of what is applied. */
  void remove(Connection connection, String name) throws SQLException;

  /**
   * Writes that a run begins. Runs that never ended are marked as killed: they do not hold the lock
   * any more.
   *
   * @return its number
   */
  long begin(Connection connection, Run run) throws SQLException;

  /** Writes what one transaction of a run did. */
  void record(Connection connection, long run, Run.Part part) throws SQLException;

  /**
   * Writes that a run ended.
   *
   * @param run its number
   * @param outcome how it ended
   * @param code the error's code; null when there is none
   * @param message what was wrong; null when nothing was
   */
  void end(
      Connection connection,
      long run,
      Run.Outcome outcome,
      @Nullable String code,
      @Nullable String message)
      throws SQLException;
}
