package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Keys of existing rows must be unique that were not so before. */
final class NewUnique extends ChangeRule {

  NewUnique() {
    super(HazardCode.NEW_UNIQUE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    DatabaseObject after = NewObject.of(change);
    boolean isUnique =
        (after instanceof Constraint constraint
                && (constraint.type() == Constraint.Type.UNIQUE
                    || constraint.type() == Constraint.Type.PRIMARY_KEY))
            || (after instanceof Index index && index.unique());
    if (after == null) {
      return null;
    }
    ObjectId relation = after.parent();
    if (!isUnique
        || relation == null
        || !impact.from().has(relation)
        || impact.takesIndex(relation)) {
      return null;
    }
    return new Hazard(
        HazardCode.NEW_UNIQUE,
        after.id(),
        after.id() + " demands unique keys of rows that are there already; one duplicate stops it.",
        "Merge or change the duplicate rows first. Slipway never deletes them.");
  }
}
