package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column begins to allow null, which running code may not expect. */
final class DropNotNull extends ChangeRule {

  DropNotNull() {
    super(HazardCode.DROP_NOT_NULL);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Alter(Column before, Column after)
        && before.notNull()
        && !after.notNull()
        && impact.from().has(after.parent())) {
      return new Hazard(
          HazardCode.DROP_NOT_NULL,
          after.id(),
          after.id() + " may be null from now on: code that reads it may not expect that.",
          "Let the code that reads it know null first, then allow it.");
    }
    return null;
  }
}
