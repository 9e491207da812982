package dev.slipway.hazard;

import dev.slipway.catalog.Extension;
import dev.slipway.plan.HazardCode;

/** An extension is dropped with the objects that it owns. */
final class DropExtension extends DropRule {

  DropExtension() {
    super(HazardCode.DROP_EXTENSION, Extension.class);
  }
}
