package dev.slipway.hazard;

import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** An enum loses values that rows may hold. */
final class RemoveEnumValue extends ChangeRule {

  RemoveEnumValue() {
    super(HazardCode.REMOVE_ENUM_VALUE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    String loss = impact.loss(change);
    boolean isLoss =
        change instanceof Change.Alter(EnumType before, EnumType after) && loss != null;
    ObjectId type = isLoss ? change.id() : replaced(change, impact);
    return type == null
        ? null
        : new Hazard(
            HazardCode.REMOVE_ENUM_VALUE,
            type,
            loss == null ? "The " + type + " loses values that rows may hold." : loss,
            "First give the rows that hold the value another one, then remove it.");
  }

  /** A type that takes the name of another, which had more values; null for another change. */
  private static @Nullable ObjectId replaced(Change change, Impact impact) {
    return change instanceof Change.Rename rename
            && impact.observed() != null
            && impact.observed().begin().find(rename.to()) instanceof EnumType before
            && impact.to().find(rename.to()) instanceof EnumType after
            && !after.values().containsAll(before.values())
        ? rename.to()
        : null;
  }
}
