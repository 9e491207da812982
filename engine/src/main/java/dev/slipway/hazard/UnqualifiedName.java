package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Trial;
import java.util.List;

/** What a statement means depends on search_path. */
final class UnqualifiedName implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.UNQUALIFIED_NAME;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.failed().contains(Trial.WITHOUT_SEARCH_PATH)
        ? impact.changes().stream()
            .limit(1)
            .map(change ->
                new Hazard(
                    HazardCode.UNQUALIFIED_NAME,
                    change.id(),
                    "What it means depends on the search_path of whoever runs it.",
                    "Write names with their schema."))
            .toList()
        : List.of();
  }
}
