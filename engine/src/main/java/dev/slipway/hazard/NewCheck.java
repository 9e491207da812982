package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Existing rows must satisfy a new condition. */
final class NewCheck extends ChangeRule {

  NewCheck() {
    super(HazardCode.NEW_CHECK);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Constraint constraint
        && constraint.type() == Constraint.Type.CHECK
        && !ValidateConstraint.isValidation(change)
        && constraint.validated()
        && impact.from().has(constraint.parent())) {
      return new Hazard(
          HazardCode.NEW_CHECK,
          constraint.id(),
          "Every row of "
              + constraint.parent()
              + " must satisfy "
              + constraint.definition()
              + "; one that does not stops it.",
          "Mend the rows first.");
    }
    return null;
  }
}
