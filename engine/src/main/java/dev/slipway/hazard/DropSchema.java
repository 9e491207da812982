package dev.slipway.hazard;

import dev.slipway.catalog.Schema;
import dev.slipway.plan.HazardCode;

/** A schema is dropped with all that is in it. */
final class DropSchema extends DropRule {

  DropSchema() {
    super(HazardCode.DROP_SCHEMA, Schema.class);
  }
}
