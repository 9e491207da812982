package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;

/** One rule: recognises one danger, and is called as its code is. Stateless. */
interface HazardRule {

  /** The danger that it recognises. */
  HazardCode code();

  /** Where the danger is; empty where it is not. */
  List<Hazard> assess(Impact impact);

  /**
   * Whether what was found is still so at the end: what one statement leaves open, the next one of
   * the script may close.
   *
   * @param found what was found of a statement
   * @param end the catalog after the last statement
   */
  default boolean holds(Hazard found, Catalog end) {
    return true;
  }
}
