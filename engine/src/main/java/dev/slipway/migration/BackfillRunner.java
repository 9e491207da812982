package dev.slipway.migration;

import dev.slipway.dialect.BatchKey;
import dev.slipway.dialect.Batches;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.SegmentRecord;
import dev.slipway.dialect.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a statement batch by batch. Each batch is a transaction with how far the walk is, so that a
 * run that follows goes on behind the last one that was committed, and no row is changed twice. One
 * object is for one statement; not thread-safe.
 */
final class BackfillRunner {

  /** How often it walks over the table again for rows that came behind its back. */
  private static final int PASSES = 3;

  private final LockedSession session;
  private final Connection connection;
  private final Dialect dialect;
  private final Batches batches;
  private final ExecutorOptions options;
  private final SegmentRunner segments;
  private final Course course;
  private final Part part;
  private final int number;
  private final ScriptStatement statement;
  private final Backfill backfill;
  private final Share share;
  private final BackfillRefusals refusals;
  private final StatementRunner statements;
  private final ReplicaLag replicas;

  /**
   * @param number the statement, from 0
   * @param backfill how it runs
   */
  BackfillRunner(
      LockedSession session,
      ExecutorOptions options,
      SegmentRunner segments,
      Course course,
      StatementRunner statements,
      int number,
      Backfill backfill) {
    this.session = session;
    this.connection = session.connection();
    this.dialect = session.dialect();
    this.batches = dialect.batches();
    this.options = options;
    this.segments = segments;
    this.course = course;
    this.part = course.part();
    this.number = number;
    this.statement = part.statements().get(number);
    this.backfill = backfill;
    this.share = backfill.share() == null ? options.share() : backfill.share();
    this.refusals = new BackfillRefusals(segments, course, number, backfill);
    this.statements = statements;
    this.replicas = new ReplicaLag(session, options, backfill);
  }

  void run() throws SQLException {
    BatchKey key = batches.key(connection, backfill.table(), backfill.alias(), backfill.key());
    String nowhere = batches.nowhere(statement.sql());
    if (nowhere == null) {
      throw refusals.unfit();
    }
    BackfillMark mark = begun(key);
    long estimate = batches.estimate(connection, key);
    segments.begins(number);
    long start = System.nanoTime();
    options.progress().statement(number + 1, part.statements().size(), statement.sql());
    var batch = new BatchRunner(session, options, segments, statements, refusals, key);
    if (mark.batches() == 0) {
      batch.runNowhere(nowhere);
    }
    for (boolean isDone = false; !isDone; ) {
      mark = walk(batch, key, mark, estimate);
      long left = left(key);
      isDone = left == 0;
      if (!isDone) {
        if (mark.pass() == PASSES) {
          // Whoever mends the statement has what remains walked to again.
          write(batch, mark.again());
          throw refusals.incomplete(left, PASSES, mark);
        }
        mark = mark.nextPass();
        write(batch, mark);
      }
    }
    options.progress().ran(number + 1);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    segments.own(() -> {
      batch.done();
      segments.record(duration, false);
    });
  }

  /** How far an earlier run came; else the ledger learns that it begins. */
  private BackfillMark begun(BatchKey key) throws SQLException {
    SegmentRecord begun = course.begun();
    BackfillMark earlier = begun == null ? null : BackfillMark.parse(begun.mark());
    if (begun != null && earlier != null && !isEdited(begun, earlier, key)) {
      return earlier;
    }
    BackfillMark mark = anew(earlier);
    if (part.isMigration()) {
      segments.own(() -> {
        dialect
            .ledger()
            .begin(
                connection,
                segments.run(),
                part.name(),
                part.direction(),
                course.entry(),
                mark.text());
        dialect.transactions().commit(connection);
      });
    }
    return mark;
  }

  /** The walk of a statement that is new to this mark, or was edited since. */
  private BackfillMark anew(@Nullable BackfillMark earlier) {
    if (earlier == null || earlier.batches() == 0) {
      return new BackfillMark(1, 0, 0, 0, backfill.batch(), null);
    }
    if (backfill.remaining() == null) {
      throw refusals.edited(earlier);
    }
    return earlier.again().withBatch(backfill.batch());
  }

  /** Whether what ran is not what would go on, or walked by another key. */
  private boolean isEdited(SegmentRecord begun, BackfillMark earlier, BatchKey key) {
    List<String> last = earlier.last();
    return !begun.entry().content().equals(course.entry().content())
        || (last != null && last.size() != key.columns().size());
  }

  private void write(BatchRunner batch, BackfillMark mark) throws SQLException {
    segments.own(() -> {
      batch.note(mark);
      dialect.transactions().commit(connection);
    });
  }

  private BackfillMark walk(BatchRunner batch, BatchKey key, BackfillMark from, long estimate)
      throws SQLException {
    BackfillMark mark = from;
    // Rows that come later are not walked to, or there would be no end while others write.
    List<String> until = batches.last(connection, key);
    if (until == null) {
      return mark;
    }
    long began = System.nanoTime();
    long before = mark.visited();
    segments.retries().reset();
    while (true) {
      options.cancellation().check(refusals.state(mark));
      long beginning = System.nanoTime();
      BackfillMark next;
      try {
        next = batch.run(mark, until);
      } catch (SQLException e) {
        ServerError error = dialect.transactions().explain(e);
        if (!segments.retries().permits(error)) {
          throw refusals.refused(mark, error, e);
        }
        batch.rollback();
        segments.retries().pause(error);
        continue;
      }
      if (next == null) {
        return mark;
      }
      segments.retries().reset();
      Duration took = Duration.ofNanos(System.nanoTime() - beginning);
      mark =
          next.withBatch(
              BatchSize.next(backfill.batch(), mark.batch(), batch.worked(), share.batch()));
      Duration sinceBegin = Duration.ofNanos(System.nanoTime() - began);
      options.progress().batch(mark, estimate, mark.visited() - before, sinceBegin);
      options.cancellation().pause(longer(backfill.pause(), share.pauseAfter(took)));
      mark = replicas.waitFor(mark, refusals);
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private long left(BatchKey key) throws SQLException {
    return backfill.remaining() == null ? 0 : batches.count(connection, key, backfill.remaining());
  }
}
