package dev.slipway.hazard;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;

/** A name is longer than the server keeps. */
final class NameCut implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.NAME_CUT;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.cutNames().stream()
        .map(name ->
            new Hazard(
                HazardCode.NAME_CUT,
                ObjectId.of(Kind.SCHEMA, name),
                "The name "
                    + name
                    + " is longer than 63 bytes: the server keeps the beginning alone, and two such"
                    + " names may be one.",
                "Take a shorter name."))
        .toList();
  }
}
