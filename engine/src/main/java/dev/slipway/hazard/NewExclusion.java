package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Existing rows must not conflict with each other. */
final class NewExclusion extends ChangeRule {

  NewExclusion() {
    super(HazardCode.NEW_EXCLUSION);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Constraint constraint)
        && constraint.type() == Constraint.Type.EXCLUSION
        && impact.from().has(constraint.parent())) {
      return new Hazard(
          HazardCode.NEW_EXCLUSION,
          constraint.id(),
          "No two rows of "
              + constraint.parent()
              + " may conflict by "
              + constraint.definition()
              + "; two that do stop it. Its index can't be built beside running writers.",
          "Mend the rows first, and run it when few write: an exclusion constraint can't be added"
              + " NOT VALID or from an index.");
    }
    return null;
  }
}
