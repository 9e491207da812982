package dev.slipway.cli.output;

import dev.slipway.watch.Breach;
import dev.slipway.watch.Figure;
import dev.slipway.watch.Sample;
import dev.slipway.watch.Unmeasured;
import dev.slipway.watch.WatchRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was seen while an environment was watched, as a person and as a program read it. */
public final class WatchReport {

  private final WatchRun run;

  /**
   * @param run what was seen
   */
  public WatchReport(WatchRun run) {
    this.run = run;
  }

  /** A line for each figure, with the worst that was seen. */
  public String text(Style style) {
    Set<String> breached =
        run.breaches().stream().map(each -> each.figure().name()).collect(Collectors.toSet());
    var text = new StringBuilder();
    for (Figure figure : worst()) {
      Double limit = figure.limit();
      text.append(
              breached.contains(figure.name())
                  ? style.bad("breach")
                  : limit == null ? style.faint("seen  ") : style.good("ok    "))
          .append("  ")
          .append(figure.name());
      if (!figure.name().startsWith("invariant ") && !figure.name().equals("database")) {
        text.append(": at worst ").append(FigureText.of(figure.value(), figure.unit()));
        if (limit != null) {
          text.append(", at most ").append(FigureText.of(limit, figure.unit()));
        }
      }
      String detail = figure.detail();
      if (detail != null && figure.isOver()) {
        text.append("\n        ").append(detail);
      }
      text.append('\n');
    }
    for (Unmeasured each : run.unmeasured()) {
      text.append(style.warning("blind "))
          .append("  ")
          .append(each.figure())
          .append(": ")
          .append(each.reason())
          .append('\n');
    }
    return text.toString();
  }

  /**
   * Of each figure the one with the largest value; one that is unknown and has a limit is worse.
   */
  private List<Figure> worst() {
    Map<String, Figure> worst = new LinkedHashMap<>();
    for (Sample sample : run.samples()) {
      for (Figure figure : sample.figures()) {
        worst.merge(
            figure.name(), figure, (one, other) -> weight(other) > weight(one) ? other : one);
      }
    }
    return List.copyOf(worst.values());
  }

  private static double weight(Figure figure) {
    Double value = figure.value();
    return value == null ? Double.MAX_VALUE : value;
  }

  /** The answer for a program. */
  public Json json() {
    return Json.answer("watch", run.isQuiet() ? "passed" : "breached")
        .with("environment", run.environment())
        .with("began", run.began().toString())
        .with("ended", run.ended().toString())
        .with("samples", run.samples().stream().map(each -> json(each).members()).toList())
        .with("breaches", breaches())
        .with(
            "unmeasured",
            run.unmeasured().stream()
                .map(each ->
                    Json.object()
                        .with("figure", each.figure())
                        .with("reason", each.reason())
                        .members())
                .toList());
  }

  /** The breaches for programs. */
  public List<Object> breaches() {
    return run.breaches().stream().<Object>map(each -> json(each).members()).toList();
  }

  /** What went over its limit, in a sentence. */
  public static String sentence(Breach breach) {
    Figure figure = breach.figure();
    String detail = figure.detail();
    String what = figure.name();
    if (!what.startsWith("invariant ") && !what.equals("database")) {
      what +=
          ": "
              + FigureText.of(figure.value(), figure.unit())
              + ", at most "
              + FigureText.of(figure.limit(), figure.unit());
    }
    return detail == null ? what : what + " (" + detail + ")";
  }

  private static Json json(Breach breach) {
    return Json.object()
        .with("figure", json(breach.figure()).members())
        .with("since", breach.since().toString())
        .with("samples", breach.samples());
  }

  private static Json json(Sample sample) {
    return Json.object()
        .with("at", sample.at().toString())
        .with("figures", sample.figures().stream().map(each -> json(each).members()).toList());
  }

  private static Json json(Figure figure) {
    return Json.object()
        .with("name", figure.name())
        .with("value", figure.value())
        .with("unit", figure.unit().name().toLowerCase(Locale.ROOT))
        .with("limit", figure.limit())
        .with("detail", figure.detail());
  }
}
