package dev.slipway.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A plan as plain text: what {@code up.sql} and {@code down.sql} say, and what is dangerous about
 * it.
 */
public final class PlanText {

  private PlanText() {}

  /** The plan with its steps, hazards, locks and way back. */
  public static String of(Plan plan) {
    var text = new StringBuilder();
    int number = 0;
    for (Step step : plan.steps()) {
      number++;
      text.append("-- ").append(number).append(". ").append(step.summary()).append('\n');
      for (Lock lock : step.statement().locks()) {
        text.append("--    locks ").append(lock.on()).append(": ").append(lock.mode()).append('\n');
      }
      for (Hazard hazard : step.hazards()) {
        text.append("--    ")
            .append(hazard.allowance())
            .append(' ')
            .append(hazard.code())
            .append(": ")
            .append(hazard.message())
            .append('\n');
      }
      for (RowCheck check : step.checks()) {
        text.append("--    demands that ").append(check.demand()).append('\n');
      }
      text.append(step.statement().sql()).append(";\n");
    }
    text.append("\n-- the way back\n");
    for (String line : down(plan)) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /** The statements of {@code up.sql}, each ended by a semicolon. */
  public static List<String> up(Plan plan) {
    return plan.up().stream().map(sql -> sql + ";").toList();
  }

  /**
   * The lines of {@code down.sql}: statements ended by a semicolon, and a directive for what can't
   * be taken back.
   */
  public static List<String> down(Plan plan) {
    List<String> lines = new ArrayList<>();
    for (Step step : plan.steps().reversed()) {
      switch (step.reverse()) {
        case Reverse.Irreversible lost ->
            lines.add("-- slipway: irreversible: " + lost.reason().replaceAll("\\s+", " "));
        case Reverse.Parked parked -> {
          parked.objects().forEach(object -> lines.add("-- slipway: parked: " + object));
          parked.checks().forEach(check -> lines.add("-- demands that " + check.demand()));
        }
        case Reverse.Reversible reversible -> {}
      }
      step.reverse().sql().forEach(sql -> lines.add(sql + ";"));
    }
    return lines;
  }
}
