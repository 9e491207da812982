package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.RowChange;
import java.util.List;

/** All rows of a table are deleted one by one. */
final class DeleteAllRows implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.DELETE_ALL_ROWS;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.rows().stream()
        .filter(rows ->
            rows.operation() == RowChange.Operation.DELETE
                && !rows.conditional()
                && impact.from().has(rows.table()))
        .map(rows ->
            new Hazard(
                HazardCode.DELETE_ALL_ROWS,
                rows.table(),
                "Every row of " + rows.table() + " is deleted: nothing says which.",
                "Say which rows with WHERE."))
        .toList();
  }
}
