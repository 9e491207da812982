package dev.slipway.hazard;

import dev.slipway.catalog.Index;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** An index that is not unique has more than three keys. */
final class WideIndex extends ChangeRule {

  WideIndex() {
    super(HazardCode.WIDE_INDEX);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Index index)
        && !index.unique()
        && index.keys().size() > MANY) {
      return new Hazard(
          HazardCode.WIDE_INDEX,
          index.id(),
          index.id() + " has " + index.keys().size() + " keys: the later ones seldom help.",
          "Begin with the columns that choose best, and leave the others out.");
    }
    return null;
  }

  private static final int MANY = 3;
}
