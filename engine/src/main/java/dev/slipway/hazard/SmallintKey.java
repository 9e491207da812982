package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A key can run out of small integers. */
final class SmallintKey extends ChangeRule {

  SmallintKey() {
    super(HazardCode.SMALLINT_KEY);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    Column column = NewType.of(change);
    if (column != null && column.type().equals("smallint") && IntegerKey.isKey(column)) {
      return new Hazard(
          HazardCode.SMALLINT_KEY,
          column.id(),
          column.id() + " is a smallint: after 32767 rows none can be added.",
          "Make it bigint while the table is small.");
    }
    return null;
  }
}
