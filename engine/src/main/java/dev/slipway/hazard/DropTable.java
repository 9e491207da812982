package dev.slipway.hazard;

import dev.slipway.catalog.Table;
import dev.slipway.plan.HazardCode;

/** A table is dropped with its rows. */
final class DropTable extends DropRule {

  DropTable() {
    super(HazardCode.DROP_TABLE, Table.class);
  }
}
