package dev.slipway.hazard;

import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column counts by a sequence beside it instead of as an identity. */
final class SerialColumn extends ChangeRule {

  SerialColumn() {
    super(HazardCode.SERIAL_COLUMN);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(SequenceOwner owner)
        && impact.to().find(ObjectId.about(Kind.COLUMN_DEFAULT, owner.column()))
            instanceof ColumnDefault value
        && value.expression().startsWith("nextval(")) {
      return new Hazard(
          HazardCode.SERIAL_COLUMN,
          owner.column(),
          owner.column()
              + " is serial: its sequence has owners and privileges of its own, and anybody may"
              + " write other values.",
          "Make it: bigint generated always as identity.");
    }
    return null;
  }
}
