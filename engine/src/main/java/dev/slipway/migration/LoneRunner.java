package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Effect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.SegmentEntry;
import dev.slipway.dialect.SegmentRecord;
import dev.slipway.dialect.ServerError;
import dev.slipway.error.SlipwayException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs a statement that can't be part of a transaction. The ledger says before that it is begun and
 * after it that it is done; when it was begun and its end was not seen, the catalog says what
 * became of it, or else a person. Not thread-safe.
 */
final class LoneRunner {

  private final LockedSession session;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final SegmentRunner segments;
  private final Course course;
  private final Part part;
  private final StatementRunner statements;

  LoneRunner(
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
  }

  void run(Segment segment) throws SQLException {
    int number = segment.runs().getFirst();
    ScriptStatement statement = part.statements().get(number);
    SegmentRecord begun = course.begun();
    if (begun != null && became(begun, number, statement) == Effect.WHOLE) {
      segments.own(() -> segments.record(Duration.ZERO, false));
      return;
    }
    String mark = dialect.loneStatements().before(session.connection(), statement);
    if (part.isMigration()) {
      SegmentEntry entry = course.entry();
      segments.own(() -> {
        dialect
            .ledger()
            .begin(
                session.connection(), segments.run(), part.name(), part.direction(), entry, mark);
        dialect.transactions().commit(session.connection());
      });
    }
    segments.begins(number);
    long start = System.nanoTime();
    options.progress().statement(number + 1, part.statements().size(), statement.sql());
    options.witness().began();
    options.witness().before(part.name(), number + 1, statement, session.connection());
    boolean isPatient = dialect.loneStatements().isPatient(statement);
    try {
      if (isPatient) {
        waitAtMost(options.patience().timeout(), options.patience().limit());
      }
      if (!statements.execute(statement, part.timeout(number))) {
        forget();
        options.cancellation().check(segments.state());
      }
      if (isPatient) {
        waitAtMost(options.patience().limit(), options.patience().timeout());
      }
    } catch (SQLException e) {
      ServerError error = dialect.transactions().explain(e);
      SlipwayException failure = failed(number, statement, mark, error, e);
      if (failure != null) {
        throw failure;
      }
      segments.retries().pause(error);
      return;
    }
    options.witness().after(number + 1, session.connection());
    options.progress().ran(number + 1);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    segments.own(() -> segments.record(duration, false));
  }

  /** Where the script did not say itself how long it waits, and it may wait longer at all. */
  private void waitAtMost(Duration before, Duration after) throws SQLException {
    if (!options.patience().limit().isZero() && !options.patience().timeout().isZero()) {
      dialect.transactions().lockTimeout(session.connection(), before, after);
    }
  }

  /** What became of the statement that an earlier run began. */
  private Effect became(SegmentRecord begun, int number, ScriptStatement statement)
      throws SQLException {
    SegmentAnswer answer = answer(begun);
    boolean isEdited = !course.entry().content().equals(begun.entry().content());
    Effect effect =
        isEdited
            ? Effect.UNKNOWN
            : dialect.loneStatements().effect(session.connection(), statement, begun.mark());
    if (answer != null) {
      return answer.effect();
    }
    if (effect == Effect.UNKNOWN) {
      throw unsure(begun, number, isEdited);
    }
    return effect;
  }

  private @Nullable SegmentAnswer answer(SegmentRecord begun) {
    return options.answers().stream()
        .filter(answer ->
            answer.migration().equals(part.name()) && answer.segment() == begun.entry().number())
        .findFirst()
        .orElse(null);
  }

  private SlipwayException unsure(SegmentRecord begun, int number, boolean isEdited) {
    Part.Place place = part.place(number, 0);
    String address = part.name() + ":" + begun.entry().number();
    return new SlipwayException(
        MigrationError.SEGMENT_UNSURE,
        "Segment "
            + begun.entry().number()
            + " of "
            + begun.entry().of()
            + " of "
            + part.name()
            + " was begun at "
            + begun.begunAt()
            + " by "
            + begun.by()
            + ", and its end was not seen. No transaction protects its statement, and "
            + (isEdited ? "it was edited since" : "the catalog does not show what it did")
            + ":\n"
            + place.where()
            + "\n"
            + place.shown()
            + "\n"
            + segments.state(),
        "Look at what it did. If all of it is there, add --segment-done "
            + address
            + "; if it may run (again), add --segment-again "
            + address
            + ".");
  }

  /**
   * The statement failed: what is left of it is cleared away, so that the next run begins it anew;
   * where that can't be, the ledger goes on saying that it was begun. Null when nothing is left and
   * it may be tried again at once.
   */
  private @Nullable SlipwayException failed(
      int number, ScriptStatement statement, String mark, ServerError error, SQLException cause) {
    SQLException more = null;
    Effect effect = Effect.UNKNOWN;
    if (error.kind() != ServerError.Kind.CONNECTION_LOST) {
      try {
        effect = dialect.loneStatements().effect(session.connection(), statement, mark);
        if (effect == Effect.NONE) {
          forget();
        }
      } catch (SQLException e) {
        more = e;
      }
    }
    if (effect == Effect.NONE && segments.retries().permits(error)) {
      return null;
    }
    String doubt =
        effect == Effect.NONE
            ? ""
            : "What statement " + (number + 1) + " did until then is not known here. ";
    SlipwayException failure = segments.failure(doubt).inStatement(number, error, cause);
    if (more != null) {
      failure.addSuppressed(more);
    }
    return failure;
  }

  private void forget() throws SQLException {
    if (part.isMigration()) {
      int number = course.done() + 1;
      segments.own(() -> {
        dialect.ledger().forget(session.connection(), part.name(), number);
        dialect.transactions().commit(session.connection());
      });
    }
  }
}
