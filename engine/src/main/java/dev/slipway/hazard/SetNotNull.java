package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column begins to refuse null. */
final class SetNotNull extends ChangeRule {

  SetNotNull() {
    super(HazardCode.SET_NOT_NULL);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Alter(Column before, Column after)
        && !isKnown(before)
        && isKnown(after)
        && impact.from().has(after.parent())
        && (impact.online() || impact.mayScan(after.parent()))) {
      return new Hazard(
          HazardCode.SET_NOT_NULL,
          after.id(),
          "Every row of "
              + after.parent()
              + (impact.online()
                  ? " is read, while others go on; one null stops it."
                  : " is read under a lock that blocks even reading; one null stops it."),
          "Fill the nulls first, in a migration of its own where the table is large.");
    }
    return null;
  }

  private static boolean isKnown(Column column) {
    return column.notNull() && (column.notNullAs() == null || !column.notNullAs().unchecked());
  }
}
