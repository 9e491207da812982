package dev.slipway.hazard;

import dev.slipway.catalog.Index;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Two indexes are the same but for their names. */
final class DuplicateIndex extends ChangeRule {

  DuplicateIndex() {
    super(HazardCode.DUPLICATE_INDEX);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (!(change instanceof Change.Create(Index index))) {
      return null;
    }
    return impact.to().partsOf(index.relation()).stream()
        .filter(part -> part instanceof Index other && isSame(index, other))
        .findFirst()
        .map(other ->
            new Hazard(
                HazardCode.DUPLICATE_INDEX,
                index.id(),
                index.id() + " is the same as " + other.id() + ": every write pays for both.",
                "Keep one of them."))
        .orElse(null);
  }

  private static boolean isSame(Index one, Index other) {
    return !one.id().equals(other.id())
        && one.unique() == other.unique()
        && one.definition().equals(other.definition());
  }
}
