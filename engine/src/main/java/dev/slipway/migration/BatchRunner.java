package dev.slipway.migration;

import dev.slipway.dialect.BatchEnd;
import dev.slipway.dialect.BatchKey;
import dev.slipway.dialect.BatchRange;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs single batches of a backfill, each as a transaction with its mark in the ledger. Not
 * thread-safe.
 */
final class BatchRunner {

  private final Connection connection;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final SegmentRunner segments;
  private final StatementRunner statements;
  private final BackfillRefusals refusals;
  private final Course course;
  private final Part part;
  private final int number;
  private final ScriptStatement statement;
  private final Backfill backfill;
  private final BatchKey key;
  private final @Nullable BatchWork work;
  private final BatchKeeper rows;
  private Duration changing = Duration.ZERO;

  BatchRunner(
      LockedSession session,
      ExecutorOptions options,
      SegmentRunner segments,
      StatementRunner statements,
      BackfillRefusals refusals,
      BatchKey key) {
    this.connection = session.connection();
    this.dialect = session.dialect();
    this.options = options;
    this.segments = segments;
    this.statements = statements;
    this.refusals = refusals;
    this.course = refusals.course();
    this.part = course.part();
    this.number = refusals.number();
    this.statement = part.statements().get(number);
    this.backfill = refusals.backfill();
    this.key = key;
    this.work = part.work(number);
    this.rows = new BatchKeeper(session, options, part);
  }

  /** Where no row is walked to, on a shadow above all, the statement is tried nevertheless. */
  void runNowhere(String nowhere) throws SQLException {
    dialect.transactions().begin(connection, "");
    options.witness().began();
    options.witness().before(part.name(), number + 1, statement, connection);
    try {
      if (!statements.execute(nowhere, part.timeout(number))) {
        options.cancellation().check(segments.state());
      }
    } catch (SQLException e) {
      ServerError error = dialect.transactions().explain(e);
      if (segments.retries().permits(error)) {
        // Somebody is in the way; the batches wait for that.
        rollback();
        return;
      }
      throw segments.failureAt(segments.state()).inStatement(number, error, e);
    }
    options.witness().after(number + 1, connection);
    dialect.transactions().settle(connection);
    segments.commit();
  }

  /**
   * Runs the next batch.
   *
   * @param mark how far the walk is
   * @param until the key of the last row that is walked to
   * @return how far it is then; null when no row was left
   */
  @Nullable BackfillMark run(BackfillMark mark, List<String> until) throws SQLException {
    dialect.transactions().begin(connection, "");
    options.witness().began();
    BatchEnd end = dialect.batches().end(connection, key, mark.last(), until, mark.batch());
    if (end == null) {
      rollback();
      return null;
    }
    String sql = within(mark, end);
    var range = new BatchRange(backfill.table(), key, mark.last(), end.key());
    statements.beside(() -> rows.before(number, sql, range, work != null));
    options.witness().before(part.name(), number + 1, statement, connection);
    long changed = change(mark, sql);
    while (rows.after(changed)) {
      changed = change(mark, sql);
    }
    options.witness().after(number + 1, connection);
    if (changed < 0) {
      rollback();
      options.cancellation().check(refusals.state(mark));
    }
    dialect.transactions().settle(connection);
    rows.settle();
    segments.requireLock();
    BackfillMark next = mark.behind(end.rows(), Math.max(0, changed), end.key());
    if (part.isMigration()) {
      note(next);
    }
    segments.commit();
    return next;
  }

  /** How long the last batch worked at its rows, without what each batch costs alike. */
  Duration worked() {
    return changing.plus(rows.worked());
  }

  private String within(BackfillMark mark, BatchEnd end) {
    String more = mark.pass() == 1 ? null : backfill.remaining();
    return String.valueOf(
        dialect.batches().within(statement.sql(), key, mark.last(), end.key(), more));
  }

  private long change(BackfillMark mark, String sql) throws SQLException {
    long start = System.nanoTime();
    try {
      return work == null
          ? statements.change(sql, part.timeout(number))
          : statements.hand(sql, work, part.timeout(number));
    } catch (BatchWork.Failure e) {
      throw refusals.failed(mark, e);
    } finally {
      changing = Duration.ofNanos(System.nanoTime() - start);
    }
  }

  /** Writes in the open transaction how far the walk is. */
  void note(BackfillMark mark) throws SQLException {
    dialect.ledger().mark(connection, part.name(), course.done() + 1, segments.run(), mark.text());
  }

  /**
   * All batches are committed; in an open transaction the copies of rows are told to the ledger.
   */
  void done() throws SQLException {
    rows.done();
  }

  /** Takes back what the batch did. */
  void rollback() throws SQLException {
    dialect.transactions().rollback(connection);
    options.witness().tookBack();
  }
}
