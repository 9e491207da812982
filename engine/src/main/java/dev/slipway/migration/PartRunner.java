package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.Run;
import dev.slipway.plan.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the parts of one run, segment by segment. Not thread-safe. */
final class PartRunner {

  /** What is written when a part is whole, in the transaction of its last segment. */
  interface LedgerWrite {
    void write(Connection connection, long run, Duration duration) throws SQLException;
  }

  private final LockedSession session;
  private final ExecutorOptions options;
  private final long run;
  private final int total;
  private final List<RunResult.Done> done = new ArrayList<>();
  private final List<String> recorded = new ArrayList<>();

  PartRunner(LockedSession session, ExecutorOptions options, long run, int total) {
    this.session = session;
    this.options = options;
    this.run = run;
    this.total = total;
  }

  /** The number of the run. */
  long number() {
    return run;
  }

  RunResult result() {
    return new RunResult(done, recorded);
  }

  /**
   * @param advance how far the part is; null when nothing of it ran
   */
  void run(Part part, @Nullable Advance advance, LedgerWrite write) {
    Course course = Course.of(part, session.dialect(), advance);
    var runner = new SegmentRunner(session, options, run, course, write, others(part));
    options.cancellation().check(runner.state());
    options.progress().started(part.name(), done.size() + 1, total);
    int before = course.doneStatements();
    Duration earlier = course.duration();
    runner.runAll();
    Duration duration = course.duration().minus(earlier);
    var result =
        new RunResult.Done(part.name(), course.doneStatements() - before, duration, runner.steps());
    done.add(result);
    options.progress().finished(result);
  }

  /** Writes down that a migration stands for what is applied; a part has a statement at least. */
  void record(StandIn standIn) {
    String name = standIn.migration().name();
    String words = "-- in place of " + String.join(", ", standIn.names()) + "\nselect 1";
    Part part = Part.direct(name, List.of(new Statement(words, List.of(), true)));
    Course course = Course.of(part, session.dialect(), null);
    LedgerWrite write =
        (connection, number, duration) ->
            session
                .dialect()
                .ledger()
                .replace(
                    connection,
                    number,
                    standIn.names(),
                    standIn.entry(session.origin().toString(), Duration.ZERO, 0));
    new SegmentRunner(session, options, run, course, write, others(part)).runAll();
    recorded.add(name);
    options.progress().stoodIn(name, standIn.names());
  }

  /** What became of the parts before. */
  String others(Part part) {
    if (done.isEmpty() || total == 1) {
      return "";
    }
    String names = done.stream().map(RunResult.Done::name).collect(Collectors.joining(", "));
    return " "
        + done.size()
        + " of "
        + total
        + (part.direction() == Run.Direction.DOWN
            ? " taken back before it " + (done.size() == 1 ? "stays" : "stay") + " so: "
            : " applied before it " + (done.size() == 1 ? "stays: " : "stay: "))
        + names
        + ".";
  }
}
