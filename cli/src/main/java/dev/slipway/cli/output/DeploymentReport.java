package dev.slipway.cli.output;

import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.dialect.DeploymentStep;
import dev.slipway.promotion.AppliedCost;
import dev.slipway.promotion.Deployments;
import dev.slipway.promotion.PromotionPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How migrations came to an environment, as a person and as a program read it. */
public final class DeploymentReport {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private DeploymentReport() {}

  /** All of them, a line each. */
  public static String table(List<DeploymentRecord> deployments, Style style) {
    var table = new TextTable("id", "outcome", "by", "migrations", "began", "took");
    deployments.forEach(each -> {
      List<String> names = Deployments.plan(each).names();
      table.row(
          String.valueOf(each.id()),
          outcome(each) + state(each),
          each.entry().by(),
          names.size() == 1 ? names.getFirst() : names.size() + " to " + names.getLast(),
          each.began().truncatedTo(ChronoUnit.SECONDS).toString(),
          took(each.began(), each.ended()));
    });
    return table.text(style, "");
  }

  /** One, with its states. */
  public static String text(DeploymentRecord deployment, Style style) {
    PromotionPlan plan = Deployments.plan(deployment);
    var text = new StringBuilder();
    text.append(style.strong("deployment " + deployment.id()))
        .append(" to ")
        .append(plan.environment())
        .append(": ")
        .append(outcome(deployment))
        .append(state(deployment))
        .append('\n');
    line(text, "plan", plan.hash());
    line(text, "asked for", deployment.entry().by() + " from " + deployment.entry().from());
    line(text, "role", deployment.role());
    line(text, "began", deployment.began().toString());
    line(text, "took", took(deployment.began(), deployment.ended()));
    if (deployment.message() != null) {
      line(text, "because", deployment.message());
    }
    String point = Deployments.returnTo(deployment);
    if (point != null) {
      line(text, "before it", point);
    }
    plan.migrations().forEach(each -> line(text, "migration", each.name() + ", " + each.wayBack()));
    plan.waivers()
        .forEach(each ->
            line(
                text,
                style.warning("waived"),
                each.gate() + " by " + each.by() + ": " + each.reason()));
    var table = new TextTable("state", "outcome", "found", "took");
    deployment
        .steps()
        .forEach(step ->
            table.row(
                step.state(),
                step.outcome().name().toLowerCase(Locale.ROOT),
                step.document() == null ? "" : Deployments.says(step.document()),
                took(step.began(), step.ended())));
    text.append('\n').append(table.text(style, ""));
    List<AppliedCost> costs = Deployments.costs(deployment);
    if (!costs.isEmpty()) {
      text.append('\n').append(costs(costs).text(style, ""));
    }
    return text.toString();
  }

  /** Prediction and truth stand side by side. */
  private static TextTable costs(List<AppliedCost> costs) {
    var table = new TextTable("migration", "lock waits", "took");
    costs.forEach(each ->
        table.row(
            each.name(),
            each.lockWaitMilliseconds() == null
                ? "not measured"
                : millis(each.lockWaitMilliseconds(), each.rehearsedLockWaitMilliseconds()),
            millis(each.milliseconds(), each.rehearsedMilliseconds())));
    return table;
  }

  private static String millis(long now, @Nullable Long rehearsed) {
    return now + " ms" + (rehearsed == null ? "" : ", " + rehearsed + " ms in the rehearsal");
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ").append(name).append(": ").append(value).append('\n');
  }

  /** One, for a program. */
  public static Map<String, @Nullable Object> json(DeploymentRecord deployment) {
    PromotionPlan plan = Deployments.plan(deployment);
    Instant ended = deployment.ended();
    return Json.object()
        .with("id", deployment.id())
        .with("plan", plan.hash())
        .with("by", deployment.entry().by())
        .with("from", deployment.entry().from())
        .with("role", deployment.role())
        .with("tool", deployment.entry().tool())
        .with("outcome", outcome(deployment).replace(' ', '-'))
        .with("message", deployment.message())
        .with("began", deployment.began().toString())
        .with("ended", ended == null ? null : ended.toString())
        .with("migrations", plan.names())
        .with(
            "waivers",
            plan.waivers().stream()
                .map(each ->
                    Json.object()
                        .with("gate", each.gate())
                        .with("reason", each.reason())
                        .with("by", each.by())
                        .members())
                .toList())
        .with("states", deployment.steps().stream().map(DeploymentReport::step).toList())
        .members();
  }

  private static Map<String, @Nullable Object> step(DeploymentStep step) {
    Instant ended = step.ended();
    String document = step.document();
    return Json.object()
        .with("state", step.state())
        .with("outcome", step.outcome().name().toLowerCase(Locale.ROOT))
        .with("began", step.began().toString())
        .with("ended", ended == null ? null : ended.toString())
        .with("found", document == null ? null : MAPPER.readTree(document))
        .members();
  }

  private static String outcome(DeploymentRecord deployment) {
    return deployment.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String state(DeploymentRecord deployment) {
    return deployment.outcome() == DeploymentRecord.Outcome.RUNNING && !deployment.steps().isEmpty()
        ? ", in " + deployment.steps().getLast().state()
        : "";
  }

  private static String took(Instant began, @Nullable Instant ended) {
    return ended == null ? "" : Duration.between(began, ended).toMillis() + " ms";
  }
}
