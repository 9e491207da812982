package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;
import java.util.Objects;

/** A table is written anew for another reason than a change of its columns. */
final class StorageChange implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.STORAGE_CHANGE;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    return impact.observed() == null
        ? impact.changes().stream()
            .filter(StorageChange::isOfStorage)
            .map(change -> hazard(change.id()))
            .toList()
        : impact.observed().footprint().rewritten().stream()
            .filter(relation -> impact.from().has(relation) && impact.to().has(relation))
            .filter(relation ->
                impact.changes().stream().noneMatch(change -> explains(change, relation)))
            .sorted()
            .map(StorageChange::hazard)
            .toList();
  }

  private static boolean isOfStorage(Change change) {
    return change instanceof Change.Alter(Table before, Table after)
        && (before.unlogged() != after.unlogged()
            || !Objects.equals(before.accessMethod(), after.accessMethod()));
  }

  private static boolean explains(Change change, ObjectId relation) {
    return switch (change) {
      case Change.Create(Column column) -> column.parent().equals(relation);
      case Change.Alter(Column before, Column after) -> after.parent().equals(relation);
      case Change.Create create -> false;
      case Change.Alter alter -> false;
      case Change.Drop drop -> false;
      case Change.Rename rename -> false;
    };
  }

  private static Hazard hazard(ObjectId relation) {
    return new Hazard(
        HazardCode.STORAGE_CHANGE,
        relation,
        "All of " + relation + " is written anew; until then nobody can read or write it.",
        "Run it when nobody needs it, or copy the rows to a second table in batches and switch"
            + " over.");
  }
}
