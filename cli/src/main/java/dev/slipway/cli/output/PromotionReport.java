package dev.slipway.cli.output;

import dev.slipway.config.Hook;
import dev.slipway.config.Hooks;
import dev.slipway.promotion.Gate;
import dev.slipway.promotion.PlannedMigration;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionPlan;
import dev.slipway.promotion.PromotionResult;
import dev.slipway.promotion.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A promotion, as a person and as a program read it. */
public final class PromotionReport {

  private PromotionReport() {}

  /** The plan with its checklist. */
  public static String text(Promotion.Planned planned, Style style) {
    if (planned.gates().isEmpty()) {
      return "";
    }
    PromotionPlan plan = planned.plan();
    var text = new StringBuilder();
    text.append(style.strong("plan " + plan.hash().substring(0, PromotionPlan.BRIEF)))
        .append(" for ")
        .append(plan.environment())
        .append(", from ")
        .append(plan.last() == null ? "nothing applied" : plan.last())
        .append('\n');
    var migrations = new TextTable("migration", "way back");
    plan.migrations().forEach(each -> migrations.row(each.name(), each.wayBack()));
    text.append(migrations.text(style, "  ")).append('\n');
    planned
        .gates()
        .forEach(gate -> lines(gate, style).forEach(line -> text.append(line).append('\n')));
    hooks(planned.hooks())
        .forEach((name, hook) ->
            text.append("hook    ")
                .append(name)
                .append(": ")
                .append(String.join(" ", hook.command()))
                .append('\n'));
    return text.toString();
  }

  private static Map<String, Hook> hooks(Hooks hooks) {
    Map<String, Hook> named = new LinkedHashMap<>();
    put(named, "before_apply", hooks.beforeApply());
    put(named, "after_apply", hooks.afterApply());
    put(named, "after_rollback", hooks.afterRollback());
    return named;
  }

  private static void put(Map<String, Hook> named, String name, @Nullable Hook hook) {
    if (hook != null) {
      named.put(name, hook);
    }
  }

  /** A gate with its details. */
  public static List<String> lines(Gate gate, Style style) {
    List<String> lines = new ArrayList<>();
    String color =
        switch (gate.color()) {
          case GREEN -> style.good("green ");
          case RED -> style.bad("red   ");
          case WAIVED -> style.warning("waived");
        };
    lines.add(color + "  " + gate.name() + ": " + gate.says());
    Waiver waiver = gate.waiver();
    if (waiver != null) {
      lines.add("          waived by " + waiver.by() + ": " + waiver.reason());
    }
    gate.details()
        .forEach(
            detail -> detail.lines().forEach(line -> lines.add("          " + style.faint(line))));
    return lines;
  }

  /** The plan with its checklist, for a program. */
  public static Json plan(Promotion.Planned planned) {
    return described(
            Json.answer("promote", planned.gates().isEmpty() ? "unchanged" : "planned"),
            planned.plan())
        .with("gates", gates(planned.gates()))
        .with(
            "hooks",
            hooks(planned.hooks()).entrySet().stream()
                .map(each ->
                    Json.object()
                        .with("name", each.getKey())
                        .with("command", each.getValue().command())
                        .with("timeout", each.getValue().timeout().toMillis())
                        .members())
                .toList());
  }

  /** How a promotion stands, for a program. */
  public static Json json(PromotionResult result) {
    String status =
        switch (result.standing()) {
          case NOTHING -> "unchanged";
          case DONE -> "done";
          case WAITING -> "waiting";
          case ROLLED_BACK -> "rolled-back";
          case STOPPED -> "stopped";
          case ABORTED -> "aborted";
        };
    return described(Json.answer("promote", status), result.plan())
        .with("deployment", result.id() == 0 ? null : result.id())
        .with("gates", gates(result.gates()));
  }

  private static Json described(Json json, PromotionPlan plan) {
    return json.with("environment", plan.environment())
        .with("plan", plan.migrations().isEmpty() ? null : plan.hash())
        .with("migrations", plan.migrations().stream().map(PromotionReport::migration).toList());
  }

  private static Map<String, @Nullable Object> migration(PlannedMigration migration) {
    return Json.object()
        .with("name", migration.name())
        .with("wayBack", migration.wayBack())
        .with("lost", migration.lost())
        .members();
  }

  private static List<?> gates(List<Gate> gates) {
    return gates.stream()
        .map(gate -> {
          Waiver waiver = gate.waiver();
          return Json.object()
              .with("name", gate.name())
              .with("state", gate.state().word())
              .with("color", gate.color().name().toLowerCase(Locale.ROOT))
              .with("says", gate.says())
              .with("details", gate.details())
              .with(
                  "waiver",
                  waiver == null
                      ? null
                      : Json.object()
                          .with("by", waiver.by())
                          .with("reason", waiver.reason())
                          .members())
              .members();
        })
        .toList();
  }
}
