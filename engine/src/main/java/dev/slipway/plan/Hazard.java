package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;

/**
 * A named danger of a step.
 *
 * @param code the stable name of the danger
 * @param on the object that it concerns
 * @param message what is lost or locked, as a sentence
 * @param advice the safe way, as an instruction
 */
public record Hazard(HazardCode code, ObjectId on, String message, String advice) {

  /** How the hazard is allowed: {@code SLIP101:public.todo}. */
  public String allowance() {
    return code.id() + ":" + on.dotted();
  }
}
