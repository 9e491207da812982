package dev.slipway.hazard;

import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;

/** One rule: recognises one danger, and is called as its code is. Stateless. */
interface HazardRule {

  /** The danger that it recognises. */
  HazardCode code();

  /** Where the danger is; empty where it is not. */
  List<Hazard> assess(Impact impact);
}
