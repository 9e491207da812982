package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column has times of which nobody can tell where. */
final class TimestampWithoutZone extends ChangeRule {

  TimestampWithoutZone() {
    super(HazardCode.TIMESTAMP_WITHOUT_ZONE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    Column column = NewType.of(change);
    if (column != null
        && column.type().matches("timestamp(\\(\\d\\))? without time zone(\\[\\])?")) {
      return new Hazard(
          HazardCode.TIMESTAMP_WITHOUT_ZONE,
          column.id(),
          column.id() + " holds times without saying of which place: it is no moment.",
          "Make it timestamp with time zone.");
    }
    return null;
  }
}
