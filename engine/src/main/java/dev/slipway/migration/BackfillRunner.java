package dev.slipway.migration;

import dev.slipway.dialect.BatchEnd;
import dev.slipway.dialect.BatchKey;
import dev.slipway.dialect.BatchRange;
import dev.slipway.dialect.Batches;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.SegmentRecord;
import dev.slipway.dialect.ServerError;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a statement batch by batch. Each batch is a transaction with how far the walk is, so that a
 * run that follows goes on behind the last one that was committed, and no row is changed twice. Not
 * thread-safe.
 */
final class BackfillRunner {

  /** How often it walks over the table again for rows that came behind its back. */
  private static final int PASSES = 3;

  private static final Duration LAG_PAUSE = Duration.ofSeconds(1);

  private final LockedSession session;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final SegmentRunner segments;
  private final Course course;
  private final Part part;
  private final StatementRunner statements;
  private final BatchKeeper rows;
  private long lookedForLag;

  BackfillRunner(
      LockedSession session,
      ExecutorOptions options,
      SegmentRunner segments,
      Course course,
      StatementRunner statements) {
    this.session = session;
    this.dialect = session.dialect();
    this.options = options;
    this.segments = segments;
    this.course = course;
    this.part = course.part();
    this.statements = statements;
    this.rows = new BatchKeeper(session, options, part);
  }

  void run(Segment segment, Backfill backfill) throws SQLException {
    int number = segment.runs().getFirst();
    ScriptStatement statement = part.statements().get(number);
    Batches batches = dialect.batches();
    Connection connection = session.connection();
    BatchKey key = batches.key(connection, backfill.table(), backfill.alias(), backfill.key());
    String nowhere = batches.nowhere(statement.sql());
    if (nowhere == null) {
      throw unfit(number);
    }
    BackfillMark mark = begun(number, backfill, key);
    long estimate = batches.estimate(connection, key);
    long start = System.nanoTime();
    options.progress().statement(number + 1, part.statements().size(), statement.sql());
    if (mark.batches() == 0) {
      tryNowhere(number, statement, nowhere);
    }
    boolean isDone = false;
    while (!isDone) {
      mark = walk(number, statement, key, backfill, mark, estimate);
      long left = left(batches, key, backfill);
      isDone = left == 0;
      if (!isDone) {
        if (mark.pass() == PASSES) {
          // Whoever mends the statement has what remains walked to again.
          write(mark.again());
          throw incomplete(number, backfill, left, state(mark));
        }
        mark = mark.nextPass();
        write(mark);
      }
    }
    options.progress().ran(number + 1);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    segments.own(() -> {
      rows.done();
      segments.record(duration, false);
    });
  }

  /** How far an earlier run came; else the ledger learns that it begins. */
  private BackfillMark begun(int number, Backfill backfill, BatchKey key) throws SQLException {
    SegmentRecord begun = course.begun();
    BackfillMark earlier = begun == null ? null : BackfillMark.parse(begun.mark());
    if (begun != null && earlier != null && !isEdited(begun, earlier, key)) {
      return earlier;
    }
    BackfillMark mark = anew(number, backfill, earlier);
    if (part.isMigration()) {
      segments.own(() -> {
        dialect
            .ledger()
            .begin(
                session.connection(),
                segments.run(),
                part.name(),
                part.direction(),
                course.entry(),
                mark.text());
        dialect.transactions().commit(session.connection());
      });
    }
    return mark;
  }

  /** The walk of a statement that is new to this mark, or was edited since. */
  private BackfillMark anew(int number, Backfill backfill, @Nullable BackfillMark earlier) {
    if (earlier == null || earlier.batches() == 0) {
      return new BackfillMark(1, 0, 0, 0, backfill.batch(), null);
    }
    if (backfill.remaining() == null) {
      throw edited(number, earlier);
    }
    return earlier.again().withBatch(backfill.batch());
  }

  /** Whether what ran is not what would go on, or walked by another key. */
  private boolean isEdited(SegmentRecord begun, BackfillMark earlier, BatchKey key) {
    List<String> last = earlier.last();
    return !begun.entry().content().equals(course.entry().content())
        || (last != null && last.size() != key.columns().size());
  }

  /** Where no row is walked to, on a shadow above all, the statement is tried nevertheless. */
  private void tryNowhere(int number, ScriptStatement statement, String nowhere)
      throws SQLException {
    Connection connection = session.connection();
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

  private void write(BackfillMark mark) throws SQLException {
    segments.own(() -> {
      note(mark);
      dialect.transactions().commit(session.connection());
    });
  }

  private void note(BackfillMark mark) throws SQLException {
    dialect
        .ledger()
        .mark(session.connection(), part.name(), course.done() + 1, segments.run(), mark.text());
  }

  private BackfillMark walk(
      int number,
      ScriptStatement statement,
      BatchKey key,
      Backfill backfill,
      BackfillMark from,
      long estimate)
      throws SQLException {
    BackfillMark mark = from;
    // Rows that come later are not walked to, or there would be no end while others write.
    List<String> until = dialect.batches().last(session.connection(), key);
    if (until == null) {
      return mark;
    }
    long began = System.nanoTime();
    long before = mark.visited();
    segments.retries().reset();
    while (true) {
      options.cancellation().check(state(mark));
      long start = System.nanoTime();
      BackfillMark next;
      try {
        next = batch(number, statement, key, backfill, mark, until);
      } catch (SQLException e) {
        ServerError error = dialect.transactions().explain(e);
        if (!segments.retries().permits(error)) {
          throw new BatchFailure(state(mark), e).of(segments, number, error);
        }
        rollback();
        segments.retries().pause(error);
        continue;
      }
      if (next == null) {
        return mark;
      }
      segments.retries().reset();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      mark = next.withBatch(BatchSize.next(backfill.batch(), mark.batch(), took));
      options
          .progress()
          .batch(
              mark, estimate, mark.visited() - before, Duration.ofNanos(System.nanoTime() - began));
      options.cancellation().pause(backfill.pause());
      mark = waitForReplicas(backfill, mark);
    }
  }

  /** Null when no row was left. */
  private @Nullable BackfillMark batch(
      int number,
      ScriptStatement statement,
      BatchKey key,
      Backfill backfill,
      BackfillMark mark,
      List<String> until)
      throws SQLException {
    Connection connection = session.connection();
    dialect.transactions().begin(connection, "");
    options.witness().began();
    BatchEnd end = dialect.batches().end(connection, key, mark.last(), until, mark.batch());
    if (end == null) {
      rollback();
      return null;
    }
    String sql =
        dialect
            .batches()
            .within(
                statement.sql(),
                key,
                mark.last(),
                end.key(),
                mark.pass() == 1 ? null : backfill.remaining());
    rows.before(
        number, String.valueOf(sql), new BatchRange(backfill.table(), key, mark.last(), end.key()));
    options.witness().before(part.name(), number + 1, statement, connection);
    long changed = statements.change(String.valueOf(sql), part.timeout(number));
    rows.after(changed);
    options.witness().after(number + 1, connection);
    if (changed < 0) {
      rollback();
      options.cancellation().check(state(mark));
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

  private void rollback() throws SQLException {
    dialect.transactions().rollback(session.connection());
    options.witness().tookBack();
  }

  /** A replica that falls behind gets time, and smaller batches. */
  private BackfillMark waitForReplicas(Backfill backfill, BackfillMark mark) throws SQLException {
    boolean isSoon = System.nanoTime() - lookedForLag < LAG_PAUSE.toNanos();
    if (backfill.lag().isZero() || isSoon) {
      return mark;
    }
    BackfillMark next = mark;
    Duration lag = dialect.batches().lag(session.connection());
    while (lag.compareTo(backfill.lag()) > 0) {
      options.progress().lagging(lag);
      options.cancellation().pause(LAG_PAUSE);
      options.cancellation().check(state(next));
      next = next.withBatch(Math.max(Math.max(1, backfill.batch() / 10), next.batch() / 2));
      lag = dialect.batches().lag(session.connection());
    }
    lookedForLag = System.nanoTime();
    return next;
  }

  private long left(Batches batches, BatchKey key, Backfill backfill) throws SQLException {
    return backfill.remaining() == null
        ? 0
        : batches.count(session.connection(), key, backfill.remaining());
  }

  private String state(BackfillMark mark) {
    return mark.batches() == 0
        ? segments.state()
        : "Of "
            + part.name()
            + ", "
            + (course.done() == 0 ? "" : course.done() + " of " + course.of() + " segments and ")
            + mark.batches()
            + (mark.batches() == 1 ? " batch" : " batches")
            + " of a backfill ("
            + mark.changed()
            + (mark.changed() == 1 ? " row" : " rows")
            + " changed) stayed; the next run goes on behind them.";
  }

  private SlipwayException unfit(int number) {
    Part.Place place = part.place(number, 0);
    return new SlipwayException(
        MigrationError.BACKFILL_FORM,
        place.where()
            + ": no condition can be added to this statement, so that it can't run in batches.\n"
            + place.shown()
            + "\n"
            + segments.state(),
        "Write an update, delete or insert … select without group by, order by, limit or union at"
            + " its end, or take the backfill directive out.");
  }

  private SlipwayException edited(int number, BackfillMark earlier) {
    Part.Place place = part.place(number, 0);
    return new SlipwayException(
        MigrationError.EDITED_AFTER_APPLY,
        place.where()
            + ": the statement, or the key that it is walked by, was edited after it had run for "
            + earlier.visited()
            + " rows.\n"
            + place.shown()
            + "\n"
            + state(earlier),
        "Restore it as it ran, or say which rows are left with remaining='CONDITION': those are"
            + " walked to from the beginning then.");
  }

  private SlipwayException incomplete(int number, Backfill backfill, long left, String state) {
    Part.Place place = part.place(number, 0);
    return new SlipwayException(
        MigrationError.BACKFILL_INCOMPLETE,
        place.where()
            + ": after "
            + PASSES
            + " walks over the whole table "
            + left
            + (left == 1 ? " row is" : " rows are")
            + " not done: "
            + backfill.remaining()
            + "\n"
            + place.shown()
            + "\n"
            + state,
        "Look at them: select * from "
            + backfill.table()
            + (backfill.alias() == null ? "" : " " + backfill.alias())
            + " where "
            + backfill.remaining()
            + " limit 10. Mend the statement, or what writes such rows, then run the command"
            + " again.");
  }

  /** What a batch could not do. */
  private record BatchFailure(String state, SQLException cause) {

    SlipwayException of(SegmentRunner segments, int number, ServerError error) {
      return segments.failureAt(state).inStatement(number, error, cause);
    }
  }
}
