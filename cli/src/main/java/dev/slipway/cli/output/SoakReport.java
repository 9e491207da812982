package dev.slipway.cli.output;

import dev.slipway.soak.SoakLimit;
import dev.slipway.soak.SoakRun;
import dev.slipway.soak.SoakSecond;
import dev.slipway.soak.SoakTimes;
import dev.slipway.verification.CheckResult;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What load did, as a person and as a program read it. */
public final class SoakReport {

  private final SoakRun run;
  private final Function<Path, String> shown;

  /**
   * @param run what it did
   * @param shown how paths are shown
   */
  public SoakReport(SoakRun run, Function<Path, String> shown) {
    this.run = run;
    this.shown = shown;
  }

  /** Times as a table, then a line for each limit, failure and invariant. */
  public String text(Style style) {
    var table = new TextTable("", "count", "failed", "mean", "p50", "p95", "p99", "max");
    row(table, run.rounds());
    run.steps().forEach(each -> row(table, each));
    var text = new StringBuilder(table.text(style, ""));
    for (SoakLimit limit : run.limits()) {
      state(text, style, limit.isKept())
          .append(limit.name())
          .append(": ")
          .append(value(limit.name(), limit.value()))
          .append(limit.name().equals("throughput") ? ", at least " : ", at most ")
          .append(value(limit.name(), limit.limit()))
          .append('\n');
    }
    for (CheckResult each : run.invariants()) {
      state(text, style, each.isPassed()).append(each.name()).append('\n');
      each.failures().forEach(failure -> text.append("        ").append(failure).append('\n'));
    }
    run.failures()
        .forEach((failure, times) ->
            text.append("        ").append(times).append(" times ").append(failure).append('\n'));
    return text.toString();
  }

  private static StringBuilder state(StringBuilder text, Style style, boolean isWell) {
    return text.append(isWell ? style.good("ok    ") : style.bad("failed")).append("  ");
  }

  private static void row(TextTable table, SoakTimes times) {
    table.row(
        times.name(),
        String.valueOf(times.count()),
        String.valueOf(times.errors()),
        millis(times.mean()),
        millis(times.percentile("p50")),
        millis(times.percentile("p95")),
        millis(times.percentile("p99")),
        millis(times.percentile("max")));
  }

  private static String value(String name, double value) {
    return switch (name) {
      case "errors" -> String.format(Locale.ROOT, "%.2f%%", value * 100);
      case "throughput" -> String.format(Locale.ROOT, "%.1f in a second", value);
      default -> millis(value);
    };
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f ms", value);
  }

  /** The answer for a program. */
  public Json json() {
    return Json.answer("soak", run.isPassed() ? "passed" : "failed")
        .with("environment", run.environment())
        .with("scenario", run.scenario())
        .with("began", run.began().toString())
        .with("ended", run.ended().toString())
        .with("rate", run.rate())
        .with("planned", run.planned())
        .with("missed", run.missed())
        .with("throughput", run.throughput())
        .with("rounds", json(run.rounds()).members())
        .with("steps", run.steps().stream().map(each -> json(each).members()).toList())
        .with("perSecond", run.seconds().stream().map(each -> json(each).members()).toList())
        .with(
            "failures",
            run.failures().entrySet().stream().map(each -> failure(each).members()).toList())
        .with("limits", run.limits().stream().map(each -> json(each).members()).toList())
        .with(
            "invariants",
            run.invariants().stream()
                .map(each -> VerificationReport.json(each, shown).members())
                .toList());
  }

  private static Json json(SoakSecond second) {
    return Json.object()
        .with("second", second.second())
        .with("rounds", second.rounds())
        .with("errors", second.errors())
        .with("mean", second.meanMillis())
        .with("p95", second.p95Millis())
        .with("max", second.maxMillis());
  }

  private static Json failure(Map.Entry<String, Long> each) {
    return Json.object().with("failure", each.getKey()).with("times", each.getValue());
  }

  private static Json json(SoakLimit limit) {
    return Json.object()
        .with("name", limit.name())
        .with("value", limit.value())
        .with("limit", limit.limit())
        .with("kept", limit.isKept());
  }

  private static Json json(SoakTimes times) {
    return Json.object()
        .with("name", times.name())
        .with("count", times.count())
        .with("errors", times.errors())
        .with("mean", times.mean())
        .with("percentiles", times.percentiles());
  }
}
