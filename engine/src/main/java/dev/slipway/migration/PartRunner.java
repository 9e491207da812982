package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.ServerError;
import dev.slipway.dialect.Transactions;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs the parts of one run, each in a transaction together with its line in the ledger. Not
 * thread-safe.
 */
final class PartRunner {

  /** What else belongs to a part's transaction. */
  interface LedgerWrite {
    void write(Connection connection, long run, Duration duration) throws SQLException;
  }

  private final LockedSession session;
  private final ExecutorOptions options;
  private final long run;
  private final int total;
  private final List<RunResult.Done> done = new ArrayList<>();

  PartRunner(LockedSession session, ExecutorOptions options, long run, int total) {
    this.session = session;
    this.options = options;
    this.run = run;
    this.total = total;
  }

  RunResult result() {
    return new RunResult(done);
  }

  void run(Part part, LedgerWrite write) {
    Transactions transactions = session.dialect().transactions();
    Connection connection = session.connection();
    var failure = new PartFailure(part, state(part), options);
    options.cancellation().check(state(part));
    options.progress().started(part.name(), done.size() + 1, total);
    try {
      transactions.begin(connection, options.lockTimeout());
      Duration duration = execute(part, failure);
      requireLock(part);
      write.write(connection, run, duration);
      session.dialect().ledger().record(connection, run, entry(part, duration));
      options.cancellation().check(state(part));
      commit(part);
      done.add(new RunResult.Done(part.name(), part.statements().size(), duration));
      options.progress().finished(part.name(), duration);
    } catch (SQLException e) {
      throw failure.outsideStatements(session.dialect().transactions().explain(e), e);
    } finally {
      rollbackUnlessCommitted();
    }
  }

  private Duration execute(Part part, PartFailure failure) throws SQLException {
    long start = System.nanoTime();
    List<ScriptStatement> statements = part.statements();
    for (int number = 0; number < statements.size(); number++) {
      options.cancellation().check(state(part));
      String sql = statements.get(number).sql();
      options.progress().statement(number + 1, statements.size(), sql);
      try {
        execute(sql);
      } catch (SQLException e) {
        ServerError error = session.dialect().transactions().explain(e);
        throw failure.inStatement(number, error, e);
      }
    }
    options.cancellation().check(state(part));
    session.dialect().transactions().settle(session.connection());
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      if (!options.cancellation().enter(statement)) {
        // The caller asks before each statement and at the end, and throws.
        return;
      }
      try {
        statement.execute(sql);
      } finally {
        options.cancellation().leave();
      }
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        options.progress().notice(String.valueOf(w.getMessage()));
      }
    }
  }

  /**
   * A script can give the lock away, and a connection pool between here and the server can hand the
   * transaction to another session.
   */
  private void requireLock(Part part) throws SQLException {
    if (!session.dialect().lock().isHeldBy(session.connection())) {
      throw new SlipwayException(
          MigrationError.LOCK_LOST,
          "The session that ran "
              + part.name()
              + " does not hold the target's lock. "
              + state(part),
          "Connect to the server itself and not through a pool that works transaction by"
              + " transaction; no statement may release advisory locks.");
    }
  }

  private void commit(Part part) throws SQLException {
    Dialect dialect = session.dialect();
    try {
      dialect.transactions().commit(session.connection());
    } catch (SQLException e) {
      if (dialect.transactions().explain(e).kind() != ServerError.Kind.CONNECTION_LOST) {
        throw e;
      }
      throw new SlipwayException(
          MigrationError.CONNECTION_LOST,
          "The connection went away while "
              + part.name()
              + " was committed: whether it stays is not known here.",
          "Ask with status, then run the command again.",
          e);
    }
  }

  private void rollbackUnlessCommitted() {
    Connection connection = session.connection();
    try {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        session.dialect().transactions().rollback(connection);
      }
    } catch (SQLException e) {
      // A connection that can't even roll back is gone, and the server rolls back by itself.
      return;
    }
  }

  private static Run.Part entry(Part part, Duration duration) {
    return new Run.Part(
        part.name(), part.direction(), part.statements().size(), duration, sqlOf(part));
  }

  private static @Nullable String sqlOf(Part part) {
    return part.script() != null
        ? null
        : part.statements().stream()
            .map(ScriptStatement::sql)
            .collect(Collectors.joining(";\n", "", ";\n"));
  }

  /** What state things are in while the part is not committed. */
  private String state(Part part) {
    String nothing =
        switch (part.direction()) {
          case UP -> "Nothing of " + part.name() + " stayed.";
          case DOWN -> part.name() + " is still applied, whole.";
          case DIRECT -> "Nothing of it stayed.";
        };
    if (done.isEmpty() || total == 1) {
      return nothing;
    }
    String names = done.stream().map(RunResult.Done::name).collect(Collectors.joining(", "));
    return nothing
        + " "
        + done.size()
        + " of "
        + total
        + switch (part.direction()) {
          case UP, DIRECT -> " applied before it " + (done.size() == 1 ? "stays: " : "stay: ");
          case DOWN -> " taken back before it " + (done.size() == 1 ? "stays" : "stay") + " so: ";
        }
        + names
        + ".";
  }
}
