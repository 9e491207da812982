package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A constraint is added and asked of all rows under one lock. */
final class CheckedAtOnce extends ChangeRule {

  CheckedAtOnce() {
    super(HazardCode.CHECKED_AT_ONCE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Constraint constraint)
        && !constraint.type().hasIndex()
        && constraint.validated()
        && !constraint.notEnforced()
        && impact.from().has(constraint.parent())
        && impact.mayScan(constraint.parent())) {
      boolean isForeignKey = constraint.type() == Constraint.Type.FOREIGN_KEY;
      return new Hazard(
          HazardCode.CHECKED_AT_ONCE,
          constraint.id(),
          "All rows of "
              + constraint.parent()
              + " are read while "
              + (isForeignKey
                  ? "nobody can write to it or to " + constraint.references()
                  : "nobody can read or write it")
              + ".",
          "alter table "
              + constraint.parent().dotted()
              + " add constraint "
              + constraint.id().name()
              + " "
              + constraint.definition()
              + " not valid; then, in a transaction of its own: alter table "
              + constraint.parent().dotted()
              + " validate constraint "
              + constraint.id().name());
    }
    return null;
  }
}
