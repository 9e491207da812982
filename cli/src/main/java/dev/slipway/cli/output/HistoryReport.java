package dev.slipway.cli.output;

import dev.slipway.dialect.Run;
import dev.slipway.dialect.RunRecord;
import dev.slipway.evidence.StepCost;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was run against an environment, as a person and as a program read it. */
public final class HistoryReport {

  private HistoryReport() {}

  /** All of them, a line each. */
  public static String table(List<RunRecord> runs, Style style) {
    var table = new TextTable("run", "command", "outcome", "did", "by", "began", "took");
    runs.forEach(each ->
        table.row(
            String.valueOf(each.id()),
            each.run().command()
                + (each.deployment() == null ? "" : ", deployment " + each.deployment()),
            outcome(each) + (each.code() == null ? "" : ": " + each.code()),
            did(each),
            each.role(),
            each.began().truncatedTo(ChronoUnit.SECONDS).toString(),
            took(each)));
    return table.text(style, "");
  }

  /** One, with what each of its transactions did. */
  public static String text(RunRecord run, Style style) {
    var text = new StringBuilder();
    text.append(style.strong("run " + run.id()))
        .append(": ")
        .append(run.run().command())
        .append(", ")
        .append(outcome(run))
        .append('\n');
    line(text, "by", run.role() + " from " + run.run().from());
    line(text, "began", run.began().toString());
    line(text, "took", took(run));
    if (run.deployment() != null) {
      line(text, "deployment", String.valueOf(run.deployment()));
    }
    if (run.message() != null) {
      line(text, "error", run.code() + ": " + run.message());
    }
    if (!run.parts().isEmpty()) {
      var parts = new TextTable("did", "name", "statements", "lock waits", "took");
      run.parts()
          .forEach(each ->
              parts.row(
                  direction(each),
                  each.name(),
                  String.valueOf(each.statements()),
                  each.steps().isEmpty() ? "" : each.waited().toMillis() + " ms",
                  each.duration().toMillis() + " ms"));
      text.append('\n').append(parts.text(style, "  "));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ").append(name).append(" ".repeat(12 - name.length()));
    text.append(value.replace("\n", "\n              ")).append('\n');
  }

  /** The same for a program. */
  public static Map<String, @Nullable Object> json(RunRecord run) {
    return Json.object()
        .with("id", run.id())
        .with("command", run.run().command())
        .with("outcome", outcome(run))
        .with("by", run.role())
        .with("from", run.run().from())
        .with("tool", run.run().tool())
        .with("began", run.began().toString())
        .with("ended", run.ended() == null ? null : run.ended().toString())
        .with("deployment", run.deployment())
        .with("code", run.code())
        .with("message", run.message())
        .with(
            "parts",
            run.parts().stream()
                .map(each ->
                    Json.object()
                        .with("direction", direction(each))
                        .with("name", each.name())
                        .with("statements", each.statements())
                        .with("milliseconds", each.duration().toMillis())
                        .with("lockWaitMilliseconds", each.waited().toMillis())
                        .with(
                            "steps",
                            EvidenceReport.steps(each.steps().stream().map(StepCost::of).toList()))
                        .members())
                .toList())
        .members();
  }

  private static String did(RunRecord run) {
    List<String> names = run.parts().stream().map(Run.Part::name).distinct().toList();
    return names.isEmpty()
        ? "nothing"
        : direction(run.parts().getFirst())
            + " "
            + (names.size() == 1
                ? names.getFirst()
                : names.getFirst() + " and " + (names.size() - 1) + " more");
  }

  private static String direction(Run.Part part) {
    return part.direction().name().toLowerCase(Locale.ROOT);
  }

  /** A run that never ended goes on, or was killed and followed by none. */
  private static String outcome(RunRecord run) {
    return run.outcome() == null ? "running" : run.outcome().name().toLowerCase(Locale.ROOT);
  }

  private static String took(RunRecord run) {
    Instant ended = run.ended();
    return ended == null ? "not ended" : Duration.between(run.began(), ended).toMillis() + " ms";
  }
}
