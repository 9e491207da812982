package dev.slipway.workspace;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode.Severity;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Statement;
import dev.slipway.plan.Step;
import dev.slipway.plan.WeighedHazard;
import dev.slipway.plan.WeighedHazard.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes sure that what was found empty is so still when it is dropped: rows may come between the
 * look and the lock.
 */
final class Guarding {

  private Guarding() {}

  /** The statements of a plan, each that would lose what was found empty behind a guard. */
  static List<Statement> statements(Dialect dialect, Plan plan, List<WeighedHazard> weighed) {
    Set<Hazard> empty = new HashSet<>();
    weighed.stream()
        .filter(each -> each.weight() == Weight.EMPTY)
        .map(WeighedHazard::hazard)
        .filter(hazard -> hazard.code().severity() == Severity.DESTROYS)
        .forEach(empty::add);
    List<Statement> statements = new ArrayList<>();
    for (Step step : plan.steps()) {
      step.hazards().stream()
          .filter(empty::contains)
          .map(Guarding::holder)
          .distinct()
          .forEach(holder -> statements.addAll(dialect.tableSizes().guard(holder)));
      statements.add(step.statement());
    }
    return statements;
  }

  private static ObjectId holder(Hazard hazard) {
    return hazard.on().kind() == Kind.COLUMN ? hazard.on() : hazard.tables().getFirst();
  }
}
