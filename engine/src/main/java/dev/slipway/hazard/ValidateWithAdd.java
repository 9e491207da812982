package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A constraint is validated in the transaction that added it. */
final class ValidateWithAdd extends ChangeRule {

  ValidateWithAdd() {
    super(HazardCode.VALIDATE_WITH_ADD);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (ValidateConstraint.isValidation(change)
        && change instanceof Change.Alter(Constraint before, Constraint after)
        && impact.observed() != null
        && impact.from().has(after.parent())
        && !impact.observed().begin().has(after.id())) {
      return new Hazard(
          HazardCode.VALIDATE_WITH_ADD,
          after.id(),
          after.id()
              + " is validated in the transaction that added it: the lock of adding it is held"
              + " while all rows are read.",
          "Commit between the two, or validate it in a migration of its own.");
    }
    return null;
  }
}
