package dev.slipway.hazard;

import dev.slipway.catalog.View;
import dev.slipway.plan.HazardCode;

/** A materialized view is dropped with the rows that it stores. */
final class DropMaterializedView extends DropRule {

  DropMaterializedView() {
    super(HazardCode.DROP_MATERIALIZED_VIEW, View.class);
  }
}
