package dev.slipway.migration;

import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs single statements, so that they can be canceled and their notices are heard. */
final class StatementRunner {

  private final LockedSession session;
  private final Connection connection;
  private final ExecutorOptions options;
  private final StepCosts costs;
  private final @Nullable BlockerWatch watch;

  /**
   * @param costs who is told what each statement cost
   */
  StatementRunner(LockedSession session, ExecutorOptions options, StepCosts costs) {
    this.session = session;
    this.connection = session.connection();
    this.options = options;
    this.costs = costs;
    this.watch = session.watch();
  }

  /**
   * Runs a statement.
   *
   * @param sql the statement
   * @param timeout how long it may take; null for as long as the options say
   * @return false when it did not run since the run was canceled; who asks, throws
   */
  boolean execute(String sql, @Nullable Duration timeout) throws SQLException {
    return change(sql, timeout) >= 0;
  }

  /**
   * Runs a statement.
   *
   * @return how many rows it changed, where it tells; -1 when it did not run since the run was
   *     canceled
   */
  long change(String sql, @Nullable Duration timeout) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      long changed =
          limited(
              timeout,
              statement::cancel,
              () -> {
                if (options.tolerance().concerns(sql)) {
                  executeOrPass(statement, sql);
                } else {
                  statement.execute(sql);
                }
                return Math.max(0, statement.getLargeUpdateCount());
              });
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        options.progress().notice(String.valueOf(w.getMessage()));
        options.witness().notice(String.valueOf(w.getMessage()));
      }
      return changed;
    }
  }

  /**
   * Hands the rows of a query to Java.
   *
   * @param select the query
   * @param timeout how long each statement may take; null for as long as the options say
   * @return how many rows there were; -1 when it did not run since the run was canceled
   */
  long hand(String select, BatchWork work, @Nullable Duration timeout)
      throws SQLException, BatchWork.Failure {
    return limited(timeout, this::cancel, () -> work.run(connection, select));
  }

  /** The same as {@link #execute(String, Duration)}, with the rows that are behind it. */
  boolean execute(ScriptStatement statement, @Nullable Duration timeout) throws SQLException {
    String rows = statement.rows();
    return rows == null
        ? execute(statement.sql(), timeout)
        : limited(
                timeout,
                this::cancel,
                () -> session.dialect().load(connection, statement.sql(), rows))
            >= 0;
  }

  /** What the driver runs by other means than a statement is stopped by its connection. */
  private void cancel() throws SQLException {
    session.dialect().transactions().cancel(connection);
  }

  /** What is run under a time limit. */
  @FunctionalInterface
  private interface Work<X extends Exception> {
    long run() throws SQLException, X;
  }

  /** What the work says; -1 when it did not run since the run was canceled. */
  private <X extends Exception> long limited(
      @Nullable Duration timeout, Cancellation.Running running, Work<X> work)
      throws SQLException, X {
    String before = limit(timeout);
    if (!options.cancellation().enter(running)) {
      unlimit(before);
      return -1;
    }
    boolean isDone = false;
    long said;
    try {
      said = measured(work);
      isDone = true;
    } finally {
      options.cancellation().leave();
      if (!isDone) {
        unlimitAfterFailure(before);
      }
    }
    unlimit(before);
    return said;
  }

  /** Work that is measured, while who is in its way is looked for. */
  private <X extends Exception> long measured(Work<X> work) throws SQLException, X {
    if (watch != null) {
      watch.begin();
    }
    long start = System.nanoTime();
    boolean gaveWay = false;
    try {
      return work.run();
    } catch (SQLException e) {
      gaveWay = session.dialect().transactions().explain(e).kind() == ServerError.Kind.LOCK_TIMEOUT;
      throw e;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      costs.add(took, watch == null ? Duration.ZERO : watch.end(gaveWay));
    }
  }

  /** Does what Slipway adds to a statement, such as copying the rows that it takes. */
  void beside(SegmentRunner.OwnWork work) throws SQLException {
    measured(() -> {
      work.run();
      return 0;
    });
  }

  /**
   * Waits for something that no statement's time limit is about.
   *
   * @return false when it did not since the run was canceled; who asks, throws
   */
  boolean await(SegmentRunner.OwnWork work) throws SQLException {
    if (!options.cancellation().enter(this::cancel)) {
      return false;
    }
    try {
      beside(work);
      return true;
    } finally {
      options.cancellation().leave();
    }
  }

  /** A transaction takes its settings back with its rollback; without one they would stay. */
  private void unlimitAfterFailure(@Nullable String before) throws SQLException {
    if (before != null && !connection.isClosed() && connection.getAutoCommit()) {
      try {
        limit(before);
      } catch (SQLException e) {
        // The connection is gone, and its settings with it; what failed before is told.
        return;
      }
    }
  }

  /** The time that there was before; null where that stays. */
  private @Nullable String limit(@Nullable Duration timeout) throws SQLException {
    Duration time = timeout == null ? options.statementTimeout() : timeout;
    return time == null ? null : limit(String.valueOf(time.toMillis()));
  }

  private void unlimit(@Nullable String before) throws SQLException {
    if (before != null) {
      limit(before);
    }
  }

  private String limit(String timeout) throws SQLException {
    return session.dialect().transactions().statementTimeout(connection, timeout);
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
