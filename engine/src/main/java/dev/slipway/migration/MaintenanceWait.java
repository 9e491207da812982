package dev.slipway.migration;

import dev.slipway.dialect.Maintenance;
import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Waits for vacuum and its like at the tables of a segment, before the segment holds anything that
 * others may want: a statement that waited for them itself would have all readers and writers wait
 * behind it. Not thread-safe.
 */
final class MaintenanceWait {

  private final LockedSession session;
  private final Duration patience;
  private final Maintenance.Underway underway;

  /**
   * Looks for maintenance; no transaction is open yet, for a script may choose its isolation.
   *
   * @param statements those of the segment
   */
  MaintenanceWait(LockedSession session, ExecutorOptions options, List<ScriptStatement> statements)
      throws SQLException {
    this.session = session;
    this.patience = options.patience().limit();
    this.underway =
        session
            .dialect()
            .maintenance()
            .of(session.connection(), patience.isZero() ? List.of() : statements);
  }

  /**
   * Waits in the segment's transaction, which has just begun.
   *
   * @return false when the run was canceled before
   */
  boolean await(StatementRunner statements) throws SQLException {
    Connection connection = session.connection();
    return underway.tables().isEmpty()
        || statements.await(
            () -> session.dialect().maintenance().outwait(connection, underway, patience));
  }
}
