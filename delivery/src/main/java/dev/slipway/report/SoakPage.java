package dev.slipway.report;

import dev.slipway.soak.SoakLimit;
import dev.slipway.soak.SoakRun;
import dev.slipway.soak.SoakSecond;
import dev.slipway.soak.SoakTimes;
import dev.slipway.verification.CheckResult;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What load did, as one HTML page with charts of each second. It needs nothing beside it. Used for
 * one page.
 */
public final class SoakPage {

  private static final List<String> PERCENTILES =
      List.of("p50", "p75", "p90", "p95", "p99", "p99.9", "max");

  private final SoakRun run;
  private final StringBuilder html = new StringBuilder();

  private SoakPage(SoakRun run) {
    this.run = run;
  }

  /** The page. */
  public static String page(SoakRun run) {
    var page = new SoakPage(run);
    page.head();
    page.limits();
    page.seconds();
    page.times();
    page.found();
    return HtmlPage.of("Load on " + run.environment(), page.html.toString());
  }

  private void head() {
    html.append("<p>").append(badge(run.isPassed())).append("</p>\n<dl>");
    entry("scenario", run.scenario());
    entry("began", run.began().toString());
    entry("ended", run.ended().toString());
    entry("rate", number(run.rate()) + " rounds in a second");
    entry("rounds", run.planned() + ", " + run.missed() + " of them could not begin in time");
    entry("succeeded", number(run.throughput()) + " in a second");
    html.append("</dl>\n");
  }

  private void entry(String name, String value) {
    html.append("<dt>").append(name).append("</dt><dd>").append(Html.text(value)).append("</dd>");
  }

  private void limits() {
    if (run.limits().isEmpty()) {
      return;
    }
    html.append("<h2>Limits</h2>\n<table><tr><th>limit</th><th>reached</th><th>allowed</th>");
    html.append("<th></th></tr>");
    for (SoakLimit each : run.limits()) {
      row(
          Html.text(each.name()),
          value(each.name(), each.value()),
          value(each.name(), each.limit()),
          badge(each.isKept()));
    }
    html.append("</table>\n");
  }

  private void seconds() {
    if (run.seconds().isEmpty()) {
      return;
    }
    html.append("<h2>By the second</h2>\n<div class=\"figures\">");
    chart("95 of 100 rounds took at most", "ms", limit("p95"), SoakSecond::p95Millis);
    chart("a round took on average", "ms", limit("average"), SoakSecond::meanMillis);
    chart("the slowest round took", "ms", null, SoakSecond::maxMillis);
    chart("rounds that ended", "rounds", null, SoakSecond::rounds);
    chart("rounds that failed", "rounds", null, SoakSecond::errors);
    html.append("</div>\n");
  }

  private void chart(
      String title, String unit, @Nullable Double limit, ToDoubleFunction<SoakSecond> value) {
    html.append("<figure><figcaption>").append(title).append("</figcaption>");
    html.append(
        LineChart.svg(
            title,
            run.seconds().stream()
                .map(each ->
                    new LineChart.Point(
                        run.began().plusSeconds(each.second()), value.applyAsDouble(each)))
                .toList(),
            limit,
            unit));
    html.append("</figure>");
  }

  private @Nullable Double limit(String name) {
    return run.limits().stream()
        .filter(each -> each.name().equals(name))
        .map(SoakLimit::limit)
        .findFirst()
        .orElse(null);
  }

  private void times() {
    html.append("<h2>Times, in milliseconds</h2>\n<table><tr><th></th><th>count</th>");
    html.append("<th>failed</th><th>mean</th>");
    PERCENTILES.forEach(each -> html.append("<th>").append(each).append("</th>"));
    html.append("</tr>");
    times(run.rounds());
    run.steps().forEach(this::times);
    html.append("</table>\n");
  }

  private void times(SoakTimes times) {
    html.append("<tr><td>").append(Html.text(times.name()));
    html.append("</td><td>").append(times.count());
    html.append("</td><td>").append(times.errors());
    html.append("</td><td>").append(number(times.mean())).append("</td>");
    PERCENTILES.forEach(
        each -> html.append("<td>").append(number(times.percentile(each))).append("</td>"));
    html.append("</tr>");
  }

  private void found() {
    if (!run.invariants().isEmpty()) {
      html.append("<h2>Checks afterwards</h2>\n<table>");
      for (CheckResult each : run.invariants()) {
        row(
            Html.text(each.name()),
            Html.text(String.join("; ", each.failures())),
            badge(each.isPassed()));
      }
      html.append("</table>\n");
    }
    if (!run.failures().isEmpty()) {
      html.append("<h2>Failures</h2>\n<table>");
      run.failures()
          .forEach((failure, times) ->
              row(times + (times == 1 ? " time" : " times"), Html.text(failure)));
      html.append("</table>\n");
    }
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(cell).append("</td>");
    }
    html.append("</tr>");
  }

  private static String badge(boolean isWell) {
    return isWell
        ? "<span class=\"badge green\">passed</span>"
        : "<span class=\"badge red\">failed</span>";
  }

  private static String value(String limit, double value) {
    return switch (limit) {
      case "errors" -> number(value * 100) + "%";
      case "throughput" -> number(value) + " in a second";
      default -> number(value) + " ms";
    };
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }
}
