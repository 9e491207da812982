package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Existing rows are asked about a constraint that new rows obey already. */
final class ValidateConstraint extends ChangeRule {

  ValidateConstraint() {
    super(HazardCode.VALIDATE_CONSTRAINT);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (isValidation(change)
        && change instanceof Change.Alter(Constraint before, Constraint after)
        && impact.from().has(after.parent())) {
      return new Hazard(
          HazardCode.VALIDATE_CONSTRAINT,
          after.id(),
          "Every row of "
              + after.parent()
              + " is read, while others go on; one that does not satisfy "
              + after.definition()
              + " stops it.",
          "Mend the rows first.");
    }
    return null;
  }

  /** Whether a constraint that new rows obey already is asked of all. */
  static boolean isValidation(Change change) {
    return change instanceof Change.Alter(Constraint before, Constraint after)
        && !before.validated()
        && after.validated()
        && !before.notEnforced()
        && before.type() == after.type()
        && before.columns().equals(after.columns())
        && after.definition().equals(before.definition().replaceFirst(" NOT VALID$", ""));
  }
}
