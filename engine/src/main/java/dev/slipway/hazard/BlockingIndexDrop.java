package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Index;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** An index is dropped while nobody can use its table. */
final class BlockingIndexDrop extends ChangeRule {

  BlockingIndexDrop() {
    super(HazardCode.BLOCKING_INDEX_DROP);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Drop(Index index)
        && impact.from().find(index.relation()) != null
        && impact.to().has(index.relation())
        && !impact.isAlone()
        && !becomesConstraint(index, impact)) {
      return new Hazard(
          HazardCode.BLOCKING_INDEX_DROP,
          index.id(),
          "Nobody can read or write "
              + index.relation()
              + " until it is gone, and it waits for"
              + " everybody who does.",
          "drop index concurrently " + index.id().dotted() + ", outside of a transaction.");
    }
    return null;
  }

  private static boolean becomesConstraint(Index index, Impact impact) {
    return impact.changes().stream()
        .anyMatch(change ->
            NewObject.of(change) instanceof Constraint constraint
                && constraint.type().hasIndex()
                && constraint.parent().equals(index.relation()));
  }
}
