package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Trial;
import java.util.List;

/** A statement fails when it is run a second time. */
final class NotRepeatable implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.NOT_REPEATABLE;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.failed().contains(Trial.AGAIN)
        ? impact.changes().stream()
            .limit(1)
            .map(change ->
                new Hazard(
                    HazardCode.NOT_REPEATABLE,
                    change.id(),
                    "It fails when it is run again, for instance after a script was stopped"
                        + " halfway.",
                    "Slipway goes on behind what is done. Where others run the script, add IF NOT"
                        + " EXISTS or IF EXISTS, or one transaction around all of it."))
            .toList()
        : List.of();
  }
}
