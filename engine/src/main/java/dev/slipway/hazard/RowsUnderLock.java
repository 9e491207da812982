package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.RowChange;
import java.util.List;

/** Rows are changed while a lock of the same transaction keeps others out. */
final class RowsUnderLock implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.ROWS_UNDER_LOCK;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.rows().stream()
        .filter(rows ->
            impact.from().has(rows.table()) && rows.operation() != RowChange.Operation.INSERT)
        .map(rows -> blocked(rows, impact.observed().held()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Hazard> blocked(RowChange rows, List<Lock> held) {
    return held.stream()
        .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
        .filter(lock -> lock.on().equals(rows.table()))
        .limit(1)
        .map(lock ->
            new Hazard(
                HazardCode.ROWS_UNDER_LOCK,
                lock.on(),
                "Rows of "
                    + rows.table()
                    + " are changed in the transaction that changed the table: nobody can read it"
                    + " until both are done.",
                "End the transaction between the change of the schema and the change of rows, or"
                    + " write a migration for each."))
        .toList();
  }
}
