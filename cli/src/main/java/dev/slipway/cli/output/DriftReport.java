package dev.slipway.cli.output;

import dev.slipway.environment.AcceptedDrift;
import dev.slipway.environment.JudgedDrift;
import dev.slipway.migration.PlanScript;
import dev.slipway.plan.Plan;
import dev.slipway.workspace.Drift;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an environment drifted, as a person and as a program read it. */
public final class DriftReport {

  private final JudgedDrift judged;
  private final boolean written;

  /**
   * @param judged the drift and what may stay of it
   * @param written whether all of it was accepted just now
   */
  public DriftReport(JudgedDrift judged, boolean written) {
    this.judged = judged;
    this.written = written;
  }

  /** The answer for a program. */
  public Json json() {
    return Json.answer("drift", status())
        .with("environment", judged.drift().environment())
        .with(
            "unexpected",
            judged.unexpected().stream()
                .map(each ->
                    Json.object()
                        .with("object", each.change().id().toString())
                        .with("what", ChangeText.drift(each.change()))
                        .with("mark", each.mark())
                        .members())
                .toList())
        .with("accepted", judged.accepted().stream().map(DriftReport::json).toList())
        .with("gone", judged.gone().stream().map(DriftReport::json).toList())
        .with("back", sql(judged.drift().back()))
        .with("forth", sql(judged.drift().forth()));
  }

  private String status() {
    if (written) {
      return "done";
    }
    return judged.unexpected().isEmpty() ? "same" : "different";
  }

  private static Map<String, @Nullable Object> json(AcceptedDrift.Entry entry) {
    return Json.object()
        .with("object", entry.object())
        .with("mark", entry.mark())
        .with("reason", entry.reason())
        .with("by", entry.by())
        .with("at", entry.at())
        .members();
  }

  private static @Nullable String sql(Drift.Way way) {
    Plan plan = way.plan();
    return plan == null ? null : PlanScript.up(plan);
  }

  /** The answer for a person: what drifted, then the statements, which cover all of it. */
  public String text(Style style) {
    var text = new StringBuilder();
    for (Drift.Difference each : judged.unexpected()) {
      text.append(style.warning(written ? "accepted" : "drift"))
          .append(": ")
          .append(ChangeText.drift(each.change()))
          .append('\n');
    }
    for (AcceptedDrift.Entry entry : judged.accepted()) {
      text.append("accepted: ")
          .append(entry.object())
          .append(" (")
          .append(entry.reason())
          .append(", ")
          .append(entry.by())
          .append(' ')
          .append(entry.at())
          .append(")\n");
    }
    if (!judged.unexpected().isEmpty() && !written) {
      text.append(way("What takes it back", judged.drift().back(), style))
          .append(way("What a migration would say that keeps it", judged.drift().forth(), style));
    }
    return text.toString();
  }

  private static String way(String title, Drift.Way way, Style style) {
    String sql = sql(way);
    return "\n"
        + style.strong(title + ":")
        + "\n\n"
        + (sql == null ? "There is no way: " + way.impossible() + "\n" : sql);
  }

  /** What is said beside the answer. */
  public String note(String file) {
    String environment = judged.drift().environment();
    String gone =
        judged.gone().isEmpty()
            ? ""
            : " Accepted, and not there any more: "
                + String.join(
                    ", ", judged.gone().stream().map(AcceptedDrift.Entry::object).toList())
                + ".";
    if (written) {
      return "wrote " + file + ": commit it." + gone;
    }
    if (judged.unexpected().isEmpty()) {
      return (judged.accepted().isEmpty()
              ? environment + " is what its migrations made of it."
              : environment + " has no other drift than what " + file + " accepts.")
          + gone;
    }
    return "What may stay is accepted with --accept --reason TEXT." + gone;
  }
}
