package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.Ledger;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.SegmentRecord;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs that the ledger remembers, however they end, and what each of them asks before its first
 * statement.
 */
final class RecordedRuns {

  private final Target target;
  private final ExecutorOptions options;

  RecordedRuns(Target target, ExecutorOptions options) {
    this.target = target;
    this.options = options;
  }

  /**
   * Does something as one run.
   *
   * @param command what it is remembered as
   * @param standIns squashed migrations that count as applied from now on
   * @param parts how many parts the work has
   * @param work runs the parts
   */
  RunResult run(
      LockedSession session,
      String command,
      List<StandIn> standIns,
      int parts,
      Consumer<PartRunner> work) {
    if (parts == 0 && standIns.isEmpty()) {
      return RunResult.nothing();
    }
    var history = RunHistory.begin(session, command);
    var runner = new PartRunner(session, options, history.run(), parts);
    try {
      standIns.forEach(runner::record);
      work.accept(runner);
    } catch (SlipwayException e) {
      history.end(
          e.code() == MigrationError.CANCELED ? Run.Outcome.CANCELED : Run.Outcome.FAILED, e);
      throw e;
    } catch (RuntimeException e) {
      history.end(Run.Outcome.FAILED, null);
      throw e;
    }
    history.end(Run.Outcome.DONE, null);
    return runner.result();
  }

  /** Throws before anything runs when a script can't be run, or an answer has no question. */
  void requireRunnable(List<Part> parts, @Nullable Advance advance) {
    parts.forEach(part -> Course.of(part, target.dialect(), advanceOf(part, advance)));
    parts.forEach(Part::requireWorks);
    SegmentRecord open = advance == null ? null : advance.open();
    for (SegmentAnswer answer : options.answers()) {
      boolean isAsked =
          advance != null
              && open != null
              && advance.migration().equals(answer.migration())
              && open.entry().number() == answer.segment();
      if (!isAsked) {
        throw new SlipwayException(
            MigrationError.UNASKED_ANSWER,
            "Nobody asks about " + answer.address() + ": it was not left in doubt.",
            "Take the answer away; status shows which segment is in doubt.");
      }
    }
  }

  void require(Precondition precondition, LockedSession session) {
    try {
      precondition.check(session.connection());
    } catch (SQLException e) {
      throw LockedSession.failed(target.dialect(), "Checking the target", e);
    }
  }

  void park(Connection connection, @Nullable String migration, List<ParkedPart> parked)
      throws SQLException {
    for (ParkedPart part : parked) {
      ledger().park(connection, part.label(), migration, part.object(), part.shown());
    }
  }

  Ledger ledger() {
    return target.dialect().ledger();
  }

  static @Nullable Advance advanceOf(Part part, @Nullable Advance advance) {
    return advance != null
            && advance.migration().equals(part.name())
            && advance.direction() == part.direction()
        ? advance
        : null;
  }

  static @Nullable String begun(MigrationStatus status) {
    return status.advance() == null ? null : status.advance().migration();
  }
}
