package dev.slipway.hazard;

import dev.slipway.catalog.Sequence;
import dev.slipway.plan.HazardCode;

/** A sequence is dropped with its position. */
final class DropSequence extends DropRule {

  DropSequence() {
    super(HazardCode.DROP_SEQUENCE, Sequence.class);
  }
}
