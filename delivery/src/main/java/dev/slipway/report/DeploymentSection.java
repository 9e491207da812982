package dev.slipway.report;

import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.dialect.DeploymentStep;
import dev.slipway.promotion.Deployments;
import dev.slipway.promotion.PlannedMigration;
import dev.slipway.promotion.PromotionPlan;
import dev.slipway.promotion.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One deployment as a part of the page. Used once. */
final class DeploymentSection {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final DeploymentRecord deployment;
  private final PromotionPlan plan;
  private final Map<String, JsonNode> last = new LinkedHashMap<>();
  private final StringBuilder html = new StringBuilder();

  DeploymentSection(DeploymentRecord deployment) {
    this.deployment = deployment;
    this.plan = Deployments.plan(deployment);
    for (DeploymentStep step : deployment.steps()) {
      if (step.document() != null) {
        last.put(step.state(), MAPPER.readTree(step.document()));
      }
    }
  }

  String html() {
    head();
    waivers();
    migrations();
    states();
    gates();
    costs();
    checks();
    watched();
    return html.append("</section>\n").toString();
  }

  private void head() {
    String outcome = outcome();
    html.append("<section id=\"d").append(deployment.id()).append("\">\n<h2>Deployment ");
    html.append(deployment.id()).append(" <span class=\"badge ").append(outcome).append("\">");
    html.append(outcome.replace('-', ' ')).append("</span></h2>\n<dl>");
    Instant ended = deployment.ended();
    entry("asked for by", deployment.entry().by());
    entry("from", deployment.entry().from() + ", as the role " + deployment.role());
    entry("began", deployment.began().toString());
    entry("took", ended == null ? "not ended" : took(Duration.between(deployment.began(), ended)));
    entry("plan", plan.hash());
    entry("database", plan.database());
    entry("Slipway", deployment.entry().tool());
    String point = Deployments.returnTo(deployment);
    if (point != null) {
      entry("before it", point);
    }
    if (deployment.message() != null) {
      entry("because", deployment.message());
    }
    html.append("</dl>\n");
  }

  private void entry(String name, String value) {
    html.append("<dt>").append(Html.text(name)).append("</dt><dd>");
    html.append(Html.text(value)).append("</dd>");
  }

  private String outcome() {
    return deployment.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What somebody took upon them is the first thing to be seen. */
  private void waivers() {
    for (Waiver waiver : plan.waivers()) {
      html.append("<p class=\"waiver\"><strong>Waived: ").append(Html.text(waiver.gate()));
      html.append("</strong> by ").append(Html.text(waiver.by())).append(": ");
      html.append(Html.text(waiver.reason())).append("</p>\n");
    }
  }

  private void migrations() {
    html.append("<table><tr><th>migration</th><th>way back</th></tr>");
    for (PlannedMigration each : plan.migrations()) {
      html.append("<tr><td>").append(Html.text(each.name())).append("</td><td>");
      html.append(Html.text(each.wayBack()));
      each.lost().forEach(lost -> html.append("<br>").append(Html.text(lost)));
      html.append("</td></tr>");
    }
    html.append("</table>\n");
  }

  private void states() {
    var chart = new BarChart();
    for (DeploymentStep step : deployment.steps()) {
      Instant ended = step.ended();
      long millis = ended == null ? 0 : Duration.between(step.began(), ended).toMillis();
      chart.bar(
          step.state(),
          (double) millis,
          ended == null ? "not left" : took(Duration.ofMillis(millis)),
          step.outcome().name().toLowerCase(Locale.ROOT));
    }
    chart("States", chart);
  }

  private void gates() {
    List<JsonNode> gates = new ArrayList<>();
    last.values().forEach(document -> document.path("gates").forEach(gates::add));
    if (gates.isEmpty()) {
      return;
    }
    html.append("<h3>Checklist</h3>\n<table><tr><th>gate</th><th></th><th>found</th></tr>");
    for (JsonNode gate : gates) {
      String color = gate.path("color").asString("");
      html.append("<tr><td>").append(Html.text(gate.path("name").asString("")));
      html.append("</td><td><span class=\"badge ").append(Html.text(color)).append("\">");
      html.append(Html.text(color)).append("</span></td><td>");
      html.append(Html.text(gate.path("says").asString("")));
      gate.path("details")
          .forEach(detail ->
              html.append("<br><small>").append(Html.text(detail.asString(""))).append("</small>"));
      html.append("</td></tr>");
    }
    html.append("</table>\n");
  }

  /** Prediction and truth stand side by side. */
  private void costs() {
    JsonNode rehearsed = last.getOrDefault("rehearsal", none()).path("details");
    JsonNode applied = last.getOrDefault("apply", none()).path("details");
    var chart = new BarChart();
    applied.forEach(cost -> {
      String name = cost.path("name").asString("");
      chart.bar(name, cost.path("milliseconds").asDouble(0), millis(cost), "passed");
      rehearsed
          .path("costs")
          .forEach(other -> {
            if (other.path("name").asString("").equals(name)) {
              chart.bar(
                  "in the rehearsal",
                  other.path("milliseconds").asDouble(0),
                  millis(other),
                  "predicted");
            }
          });
      double waited = cost.path("waitedMilliseconds").asDouble(0);
      if (waited > 0) {
        chart.bar(
            "gave way " + cost.path("attempts").asInt(0) + " times",
            waited,
            took(Duration.ofMillis((long) waited)),
            "failed");
      }
    });
    JsonNode predicted = rehearsed.path("predicted").path("milliseconds");
    if (!chart.isEmpty() && predicted.isNumber()) {
      chart.bar(
          "predicted for all",
          predicted.asDouble(),
          took(Duration.ofMillis(predicted.asLong())),
          "predicted");
    }
    chart("Migrations", chart);
    lockWaits(applied, rehearsed);
    var rows = new BarChart();
    applied.forEach(cost -> {
      for (String kind : List.of("batchRows", "parkedRows")) {
        double count = cost.path(kind).asDouble(0);
        if (count > 0) {
          rows.bar(
              cost.path("name").asString("")
                  + (kind.startsWith("b") ? ", gone through" : ", parked"),
              count,
              String.format(Locale.ROOT, "%,.0f rows", count),
              "passed");
        }
      }
    });
    chart("Rows", rows);
  }

  /** How long each migration waited for others, and its statements that did. */
  private void lockWaits(JsonNode applied, JsonNode rehearsed) {
    var chart = new BarChart();
    applied.forEach(cost -> {
      JsonNode waited = cost.path("lockWaitMilliseconds");
      if (waited.isNumber()) {
        String name = cost.path("name").asString("");
        chart.bar(name, waited.asDouble(), took(Duration.ofMillis(waited.asLong())), "passed");
        cost.path("steps")
            .forEach(step -> {
              long wait = step.path("lockWaitMilliseconds").asLong(0);
              if (wait > 0) {
                chart.bar(
                    "statement " + step.path("number").asInt(0),
                    (double) wait,
                    took(Duration.ofMillis(wait)) + " of " + millis(step),
                    "failed");
              }
            });
        rehearsed
            .path("costs")
            .forEach(other -> {
              JsonNode there = other.path("lockWaitMilliseconds");
              if (other.path("name").asString("").equals(name) && there.isNumber()) {
                chart.bar(
                    "in the rehearsal",
                    there.asDouble(),
                    took(Duration.ofMillis(there.asLong())),
                    "predicted");
              }
            });
      }
    });
    chart("Lock waits", chart);
  }

  private static String millis(JsonNode cost) {
    return took(Duration.ofMillis(cost.path("milliseconds").asLong(0)));
  }

  private void checks() {
    for (String state : List.of("verify", "smoke")) {
      var chart = new BarChart();
      last.getOrDefault(state, none())
          .path("details")
          .forEach(check ->
              chart.bar(
                  check.path("name").asString(""),
                  check.path("milliseconds").asDouble(0),
                  millis(check) + (check.path("failures").isEmpty() ? "" : ", failed"),
                  check.path("failures").isEmpty() ? "passed" : "failed"));
      chart(state.equals("verify") ? "Verification" : "Smoke checks", chart);
    }
  }

  private void watched() {
    Map<String, List<JsonNode>> figures = new LinkedHashMap<>();
    last.getOrDefault("watch", none())
        .path("details")
        .path("samples")
        .forEach(sample ->
            figures
                .computeIfAbsent(sample.path("figure").asString(""), name -> new ArrayList<>())
                .add(sample));
    if (figures.isEmpty()) {
      return;
    }
    html.append("<h3>Watched</h3>\n<div class=\"figures\">");
    figures.forEach((name, samples) -> {
      html.append("<figure><figcaption>").append(Html.text(name)).append("</figcaption>");
      html.append(
          LineChart.svg(
              name,
              samples.stream()
                  .map(sample ->
                      new LineChart.Point(
                          Instant.parse(sample.path("at").asString("")),
                          number(sample.path("value"))))
                  .toList(),
              number(samples.getFirst().path("limit")),
              samples.getFirst().path("unit").asString("")));
      html.append("</figure>");
    });
    html.append("</div>\n");
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : null;
  }

  private void chart(String title, BarChart chart) {
    if (!chart.isEmpty()) {
      html.append("<h3>").append(Html.text(title)).append("</h3>\n");
      html.append(chart.svg(title)).append('\n');
    }
  }

  private static JsonNode none() {
    return MAPPER.createObjectNode();
  }

  private static String took(Duration time) {
    long millis = time.toMillis();
    return millis < 10_000
        ? millis + " ms"
        : String.format(Locale.ROOT, "%d:%02d min", millis / 60_000, millis / 1000 % 60);
  }
}
