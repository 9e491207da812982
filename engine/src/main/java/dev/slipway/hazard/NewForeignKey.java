package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Existing rows must point at rows that exist. */
final class NewForeignKey extends ChangeRule {

  NewForeignKey() {
    super(HazardCode.NEW_FOREIGN_KEY);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Constraint constraint
        && constraint.type() == Constraint.Type.FOREIGN_KEY
        && constraint.validated()
        && !ValidateConstraint.isValidation(change)
        && !isKnownToHold(change, constraint)
        && impact.from().has(constraint.parent())) {
      return new Hazard(
          HazardCode.NEW_FOREIGN_KEY,
          constraint.id(),
          "Every row of "
              + constraint.parent()
              + " must point at a row of "
              + constraint.references()
              + (impact.online()
                  ? "; one orphan stops it."
                  : "; one orphan stops it, and writers of both wait meanwhile."),
          "Mend the orphans first.");
    }
    return null;
  }

  /** When a key is asked is no question to the rows. */
  private static boolean isKnownToHold(Change change, Constraint key) {
    return change instanceof Change.Alter alter
        && alter.before() instanceof Constraint old
        && old.validated()
        && !old.notEnforced()
        && old.withoutTiming().equals(key.withoutTiming());
  }
}
