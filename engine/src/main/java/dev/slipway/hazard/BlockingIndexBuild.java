package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** An index is built on an existing relation while its writers wait. */
final class BlockingIndexBuild extends ChangeRule {

  BlockingIndexBuild() {
    super(HazardCode.BLOCKING_INDEX_BUILD);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    DatabaseObject after = NewObject.of(change);
    boolean builds =
        after instanceof Index
            || (after instanceof Constraint constraint
                && constraint.type() != Constraint.Type.CHECK
                && constraint.type() != Constraint.Type.FOREIGN_KEY);
    if (after == null) {
      return null;
    }
    ObjectId relation = after.parent();
    if (!builds
        || relation == null
        || !impact.from().has(relation)
        || impact.takesIndex(relation)
        || !impact.mayScan(relation)) {
      return null;
    }
    return new Hazard(
        HazardCode.BLOCKING_INDEX_BUILD,
        after.id(),
        "Nobody can write to " + relation + " while the index is built.",
        "On a large table run the migration when few write.");
  }
}
