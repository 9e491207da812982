package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.SegmentEntry;
import dev.slipway.dialect.ServerError;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is left of one part: each segment is a transaction together with its line in the
 * ledger, or a single statement that the ledger says is begun before and done after it. Not
 * thread-safe.
 */
final class SegmentRunner {

  private final LockedSession session;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final long run;
  private final Course course;
  private final Part part;
  private final PartRunner.LedgerWrite write;
  private final String others;
  private final StepCosts costs = new StepCosts();
  private final StatementRunner statements;
  private final Retries retries;
  private final RowKeeper rows;

  SegmentRunner(
      LockedSession session,
      ExecutorOptions options,
      long run,
      Course course,
      PartRunner.LedgerWrite write,
      String others) {
    this.session = session;
    this.dialect = session.dialect();
    this.options = options;
    this.run = run;
    this.course = course;
    this.part = course.part();
    this.write = write;
    this.others = others;
    this.statements = new StatementRunner(session, options, costs);
    this.retries = new Retries(options);
    this.rows = new RowKeeper(session, options, part);
  }

  /** What state things are in while the next segment is not recorded. */
  String state() {
    return PartStanding.of(course) + others;
  }

  void runAll() {
    try {
      session.renew();
      for (ScriptStatement setting : course.settings()) {
        statements.execute(setting.sql(), null);
      }
      if (course.isOver()) {
        recordWhole();
      }
      Segment last = null;
      for (Segment segment = course.next(); segment != null; segment = course.next()) {
        if (last == null || last.first() != segment.first()) {
          retries.reset();
          watchFor(part.script());
          last = segment;
        }
        options.cancellation().check(state());
        Backfill backfill = segment.alone() ? part.backfill(segment.runs().getFirst()) : null;
        if (backfill != null) {
          int number = segment.runs().getFirst();
          new BackfillRunner(session, options, this, course, statements, number, backfill).run();
        } else if (segment.alone()) {
          new LoneRunner(session, options, this, course, statements).run(segment);
        } else {
          runTransaction(segment);
        }
      }
    } catch (SQLException e) {
      throw failure().outsideStatements(dialect.transactions().explain(e), e);
    } finally {
      rollbackUnlessCommitted();
    }
  }

  PartFailure failure() {
    return failure("");
  }

  /** A failure with what is to be said before the state of things. */
  PartFailure failure(String doubt) {
    return failureAt(doubt + state());
  }

  /** A failure in a state of things. */
  PartFailure failureAt(String state) {
    BlockerWatch watch = session.watch();
    return new PartFailure(
        part, state, options, retries.said(), watch == null ? List.of() : watch.seen());
  }

  private void runTransaction(Segment segment) throws SQLException {
    var maintenance =
        new MaintenanceWait(
            session, options, segment.runs().stream().map(part.statements()::get).toList());
    dialect.transactions().begin(session.connection(), segment.modes());
    options.witness().began();
    rows.began();
    long start = System.nanoTime();
    for (int number : segment.runs()) {
      options.cancellation().check(state());
      ScriptStatement statement = part.statements().get(number);
      String sql = statement.sql();
      options.progress().statement(number + 1, part.statements().size(), sql);
      options.witness().before(part.name(), number + 1, statement, session.connection());
      costs.at(number + 1);
      boolean isParking = false;
      try {
        if (number == segment.runs().getFirst() && !maintenance.await(statements)) {
          options.cancellation().check(state());
        }
        isParking = true;
        statements.beside(() -> rows.before(number));
        do {
          isParking = false;
          statements.execute(statement, part.timeout(number));
          isParking = true;
        } while (rows.after());
        isParking = false;
        if (number == segment.runs().getFirst() && segment.runs().size() > 1) {
          dialect.transactions().waitBriefly(session.connection(), options.patience().timeout());
        }
      } catch (SQLException e) {
        ServerError error = dialect.transactions().explain(e);
        boolean givesWay = retries.permits(error);
        if (!givesWay && !learns(segment, number, error.kind())) {
          throw isParking
              ? failure().inParking(number, error, e)
              : failure().inStatement(number, error, e);
        }
        takeBack(givesWay ? error : null);
        return;
      }
      options.witness().after(number + 1, session.connection());
      options.progress().ran(number + 1);
    }
    options.cancellation().check(state());
    try {
      dialect.transactions().settle(session.connection());
      statements.beside(rows::settle);
      record(Duration.ofNanos(System.nanoTime() - start), true);
    } catch (SQLException e) {
      ServerError error = dialect.transactions().explain(e);
      if (!retries.permits(error)) {
        throw e;
      }
      takeBack(error);
    }
  }

  /** Nothing of the segment stays; where others were in the way, they get some time. */
  private void takeBack(@Nullable ServerError inTheWay) throws SQLException {
    dialect.transactions().rollback(session.connection());
    options.witness().tookBack();
    if (inTheWay != null) {
      retries.pause(inTheWay);
    }
  }

  /** How often the segment may be tried again. */
  Retries retries() {
    return retries;
  }

  private void watchFor(@Nullable MigrationScript script) {
    BlockerWatch watch = session.watch();
    if (watch != null) {
      watch.segment(script == null ? null : script.blockerRule());
    }
  }

  /**
   * All segments were done when the script was cut off behind them: the part is whole with that.
   */
  private void recordWhole() throws SQLException {
    dialect.transactions().begin(session.connection(), "");
    dialect.transactions().settle(session.connection());
    requireLock();
    write.write(session.connection(), run, course.duration());
    dialect.ledger().forget(session.connection(), part.name());
    commit();
  }

  /**
   * Whether the server's refusal says where the segment must be cut; its transaction is gone, and
   * what is left is run again in smaller ones.
   */
  private boolean learns(Segment segment, int number, ServerError.Kind kind) {
    if (segment.declared()) {
      return false;
    }
    return switch (kind) {
      case NOT_IN_TRANSACTION -> {
        course.learnAlone(number);
        yield true;
      }
      case NEEDS_COMMIT_BEFORE -> {
        boolean isFirst = segment.runs().getFirst() == number;
        if (!isFirst) {
          course.learnBorder(number);
        }
        yield !isFirst;
      }
      case REFUSED, LOCK_TIMEOUT, CONFLICT, CANCELED, SHARED_SESSION, CONNECTION_LOST -> false;
    };
  }

  /** What each statement cost of the segments that are recorded. */
  List<Run.Step> steps() {
    return costs.recorded();
  }

  /** A statement is about to run outside of a transaction of the segment, or batch by batch. */
  void begins(int number) {
    costs.at(number + 1);
  }

  /** The run's number. */
  long run() {
    return run;
  }

  /**
   * Writes within the open transaction that the segment is done, and commits both.
   *
   * @param canStop whether nothing of the segment stays when the run is canceled now
   */
  void record(Duration duration, boolean canStop) throws SQLException {
    Connection connection = session.connection();
    requireLock();
    SegmentEntry entry = course.isCut() ? course.entry() : null;
    if (course.isAtLast()) {
      write.write(connection, run, course.duration().plus(duration));
      if (entry != null && part.isMigration()) {
        dialect.ledger().forget(connection, part.name());
      }
    } else if (entry != null && part.isMigration()) {
      dialect.ledger().done(connection, run, part.name(), part.direction(), entry, duration);
    }
    dialect.ledger().record(connection, run, entry(duration));
    if (canStop) {
      options.cancellation().check(state());
    }
    commit();
    int number = course.done() + 1;
    int of = course.of();
    course.advance(duration);
    costs.record();
    options.progress().recorded(number, of);
  }

  private Run.Part entry(Duration duration) {
    Segment segment = course.next();
    int count = segment == null ? 0 : segment.runs().size();
    return new Run.Part(
        part.name(), part.direction(), count, duration, costs.open(), sqlOf(segment));
  }

  private @Nullable String sqlOf(@Nullable Segment segment) {
    return part.isMigration() || segment == null
        ? null
        : segment.runs().stream()
            .map(number -> part.statements().get(number).sql())
            .collect(Collectors.joining(";\n", "", ";\n"));
  }

  /**
   * A script can give the lock away, and a connection pool between here and the server can hand the
   * transaction to another session.
   */
  void requireLock() throws SQLException {
    if (!dialect.lock().isHeldBy(session.connection())) {
      throw new SlipwayException(
          MigrationError.LOCK_LOST,
          "The session that ran " + part.name() + " does not hold the target's lock. " + state(),
          "Connect to the server itself and not through a pool that works transaction by"
              + " transaction; no statement may release advisory locks.");
    }
  }

  void commit() throws SQLException {
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

  /** Work on the ledger in a transaction of its own. */
  interface OwnWork {
    void run() throws SQLException;
  }

  void own(OwnWork work) throws SQLException {
    Connection connection = session.connection();
    dialect.transactions().begin(connection, "");
    try {
      dialect.transactions().settle(connection);
      work.run();
    } finally {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        dialect.transactions().rollback(connection);
      }
    }
  }

  private void rollbackUnlessCommitted() {
    Connection connection = session.connection();
    try {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        dialect.transactions().rollback(connection);
      }
    } catch (SQLException e) {
      // A connection that can't even roll back is gone, and the server rolls back by itself.
      return;
    }
  }
}
