package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Each value of a column is converted to another type. */
final class TypeChange extends ChangeRule {

  TypeChange() {
    super(HazardCode.TYPE_CHANGE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    String loss = impact.loss(change);
    if (change instanceof Change.Alter(Column before, Column after)
        && loss == null
        && TypeWidening.canFail(before.type(), after.type())
        && impact.mayRewrite(after.parent())) {
      return new Hazard(
          HazardCode.TYPE_CHANGE,
          after.id(),
          "Each value of "
              + after.id()
              + " is converted from "
              + before.type()
              + " to "
              + after.type()
              + "; one value that can't be converted stops the migration.",
          "Look for values that can't be converted first.");
    }
    return null;
  }
}
