package dev.slipway.migration;

import dev.slipway.plan.Hazard;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.Step;
import java.util.List;

/** The two scripts of a migration as they are written from a plan: one step after the other. */
public final class PlanScript {

  private PlanScript() {}

  /** The text of {@code up.sql}. */
  public static String up(Plan plan) {
    var out = new StringBuilder();
    for (Step step : plan.steps()) {
      separate(out);
      comment(out, step.summary());
      for (Hazard hazard : step.hazards()) {
        comment(out, hazard.code().id() + ": " + hazard.message());
      }
      statement(out, step.statement().sql());
    }
    return out.toString();
  }

  /** The text of {@code down.sql}: the last step first, and what is lost said by a directive. */
  public static String down(Plan plan) {
    var out = new StringBuilder();
    for (Step step : plan.steps().reversed()) {
      Reverse reverse = step.reverse();
      boolean isSilent = reverse instanceof Reverse.Reversible && reverse.sql().isEmpty();
      if (isSilent) {
        continue;
      }
      separate(out);
      comment(out, "undo: " + step.summary());
      switch (reverse) {
        case Reverse.Irreversible lost ->
            comment(out, "slipway: " + DirectiveRules.IRREVERSIBLE + ": " + lost.reason());
        case Reverse.Parked parked -> {
          parked
              .objects()
              .forEach(object -> comment(out, "slipway: " + DirectiveRules.PARKED + ": " + object));
          parked.checks().forEach(check -> comment(out, "demands that " + check.demand()));
        }
        case Reverse.Reversible reversible -> {}
      }
      statements(out, reverse.sql());
    }
    return out.toString();
  }

  private static void statements(StringBuilder out, List<String> statements) {
    statements.forEach(sql -> statement(out, sql));
  }

  private static void separate(StringBuilder out) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }

  private static void comment(StringBuilder out, String text) {
    out.append("-- ").append(text.strip().replaceAll("\\s+", " ")).append('\n');
  }

  /** A semicolon behind a comment would be part of it. */
  private static void statement(StringBuilder out, String sql) {
    String stripped = sql.strip();
    String lastLine = stripped.substring(stripped.lastIndexOf('\n') + 1);
    out.append(stripped).append(lastLine.contains("--") ? "\n;\n" : ";\n");
  }
}
