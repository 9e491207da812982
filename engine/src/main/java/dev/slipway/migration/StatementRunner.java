package dev.slipway.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;

/** Runs single statements, so that they can be canceled and their notices are heard. */
final class StatementRunner {

  private final Connection connection;
  private final ExecutorOptions options;

  StatementRunner(Connection connection, ExecutorOptions options) {
    this.connection = connection;
    this.options = options;
  }

  /**
   * Runs a statement.
   *
   * @return false when it did not run since the run was canceled; who asks, throws
   */
  boolean execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (!options.cancellation().enter(statement)) {
        return false;
      }
      try {
        if (options.tolerance().concerns(sql)) {
          executeOrPass(statement, sql);
        } else {
          statement.execute(sql);
        }
      } finally {
        options.cancellation().leave();
      }
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        options.progress().notice(String.valueOf(w.getMessage()));
        options.witness().notice(String.valueOf(w.getMessage()));
      }
      return true;
    }
  }

  private void executeOrPass(Statement statement, String sql) throws SQLException {
    Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!options.tolerance().passes(e)) {
        throw e;
      }
      if (before != null) {
        connection.rollback(before);
      }
    }
  }
}
