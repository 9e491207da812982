package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;

/** An index is built again in its place. */
final class BlockingReindex implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.BLOCKING_REINDEX;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.rebuilt().stream()
        .filter(relation ->
            impact.from().has(relation)
                && !footprint.rewritten().contains(relation)
                && !footprint.emptied().contains(relation))
        .sorted()
        .map(relation ->
            new Hazard(
                HazardCode.BLOCKING_REINDEX,
                relation,
                "An index of "
                    + relation
                    + " is built again: nobody can write to it meanwhile, and who would read by the"
                    + " index waits.",
                "reindex table concurrently " + relation.dotted() + ", outside of a transaction."))
        .toList();
  }
}
