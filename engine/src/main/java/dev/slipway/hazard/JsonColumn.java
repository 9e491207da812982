package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column is json instead of jsonb. */
final class JsonColumn extends ChangeRule {

  JsonColumn() {
    super(HazardCode.JSON_COLUMN);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    Column column = NewType.of(change);
    if (column != null && column.type().startsWith("json") && !column.type().startsWith("jsonb")) {
      return new Hazard(
          HazardCode.JSON_COLUMN,
          column.id(),
          column.id() + " is json, which has no equality: SELECT DISTINCT over it fails.",
          "Make it jsonb.");
    }
    return null;
  }
}
