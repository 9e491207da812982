package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column limits the length of its texts by its type. */
final class LimitedVarchar extends ChangeRule {

  LimitedVarchar() {
    super(HazardCode.LIMITED_VARCHAR);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    Column column = NewType.of(change);
    if (column != null && column.type().startsWith("character varying(")) {
      return new Hazard(
          HazardCode.LIMITED_VARCHAR,
          column.id(),
          column.id()
              + " is "
              + column.type()
              + ": a shorter limit later reads all rows under a lock.",
          "Make it text, with a CHECK on its length where it must have a limit.");
    }
    return null;
  }
}
