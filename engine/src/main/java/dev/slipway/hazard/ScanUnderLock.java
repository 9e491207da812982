package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.LockMode;
import java.util.List;

/** A table is read from end to end while others wait. */
final class ScanUnderLock implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.SCAN_UNDER_LOCK;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.scanned().stream()
        .filter(relation ->
            impact.from().has(relation)
                && impact.to().has(relation)
                && footprint.locks(relation, LockMode.SHARE)
                && !footprint.rewritten().contains(relation)
                && !footprint.rebuilt().contains(relation)
                && impact.changes().stream().noneMatch(change -> explains(change, relation)))
        .sorted()
        .map(relation ->
            new Hazard(
                HazardCode.SCAN_UNDER_LOCK,
                relation,
                "All rows of " + relation + " are read while others wait for its lock.",
                "Add a CHECK that says the same NOT VALID and validate it first: the server then"
                    + " need not read the rows again."))
        .toList();
  }

  /** What other rules tell of. */
  private static boolean explains(Change change, ObjectId relation) {
    DatabaseObject object = NewObject.of(change);
    return (object instanceof Constraint || object instanceof Index || object instanceof Column)
        && (relation.equals(object.parent())
            || (object instanceof Constraint key && relation.equals(key.references())));
  }
}
