package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A key can run out of integers. */
final class IntegerKey extends ChangeRule {

  IntegerKey() {
    super(HazardCode.INTEGER_KEY);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    Column column = NewType.of(change);
    if (column != null && column.type().equals("integer") && isKey(column)) {
      return new Hazard(
          HazardCode.INTEGER_KEY,
          column.id(),
          column.id() + " is an integer: after 2147483647 rows none can be added.",
          "Make it bigint while the table is small.");
    }
    return null;
  }

  /** Whether its name or how it counts says that it tells rows apart. */
  static boolean isKey(Column column) {
    return column.identity() != null
        || column.id().name().equals("id")
        || column.id().name().endsWith("_id");
  }
}
