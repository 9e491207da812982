package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.RowChange;
import java.util.List;

/** All rows of a table are changed by one statement. */
final class UpdateAllRows implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.UPDATE_ALL_ROWS;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.rows().stream()
        .filter(rows ->
            rows.operation() == RowChange.Operation.UPDATE
                && !rows.conditional()
                && impact.from().has(rows.table()))
        .map(rows ->
            new Hazard(
                HazardCode.UPDATE_ALL_ROWS,
                rows.table(),
                "Every row of "
                    + rows.table()
                    + " is written anew in one transaction: each stays locked until its end, and"
                    + " the table grows to twice its size.",
                "Change the rows in batches by their key, each in a transaction of its own."))
        .toList();
  }
}
