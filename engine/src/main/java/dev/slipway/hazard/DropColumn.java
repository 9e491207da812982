package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.plan.HazardCode;

/** A column is dropped with its values. */
final class DropColumn extends DropRule {

  DropColumn() {
    super(HazardCode.DROP_COLUMN, Column.class);
  }
}
