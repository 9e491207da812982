package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;

/** All rows of a table are removed at once. */
final class TruncateTable implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.TRUNCATE_TABLE;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.emptied().stream()
        .sorted()
        .map(table ->
            new Hazard(
                HazardCode.TRUNCATE_TABLE,
                table,
                "Every row of " + table + " is lost.",
                "Delete what is meant by a condition, or keep a copy first: create table kept as"
                    + " table "
                    + table.dotted()
                    + "."))
        .toList();
  }
}
