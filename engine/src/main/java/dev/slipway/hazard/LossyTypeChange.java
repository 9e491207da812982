package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column gets a type that cannot hold all of its values. */
final class LossyTypeChange extends ChangeRule {

  LossyTypeChange() {
    super(HazardCode.LOSSY_TYPE_CHANGE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    String loss = impact.loss(change);
    if (change instanceof Change.Alter(Column before, Column after)
        && loss != null
        && !before.type().equals(after.type())) {
      return new Hazard(
          HazardCode.LOSSY_TYPE_CHANGE,
          after.id(),
          loss,
          "Add a second column of the new type, fill it, and drop the old one when nothing reads it"
              + " any more.");
    }
    return null;
  }
}
