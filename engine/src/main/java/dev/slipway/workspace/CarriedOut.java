package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.migration.RenamedPart;
import dev.slipway.plan.Plan;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The renames that a plan carries out, of all that are declared or answered: those that were
 * carried out long ago stay declared.
 */
final class CarriedOut {

  private CarriedOut() {}

  /** Those of objects. */
  static List<Change.Rename> renames(Plan plan) {
    return plan.changes().stream()
        .filter(Change.Rename.class::isInstance)
        .map(Change.Rename.class::cast)
        .toList();
  }

  /** Those of what is no object of its own. */
  static List<RenamedPart> parts(Dialect dialect, Plan plan, Catalog before, Desired desired) {
    Map<ObjectId, ObjectId> earlier = new HashMap<>();
    renames(plan).forEach(rename -> earlier.put(rename.to(), rename.from()));
    List<RenamedPart> parts = new ArrayList<>();
    for (DeclaredRename rename : desired.renames()) {
      if (rename instanceof DeclaredRename.OfPart part) {
        ObjectId whole = part.whole();
        List<String> old = parts(dialect, before, earlier.getOrDefault(whole, whole));
        List<String> now = parts(dialect, desired.catalog(), whole);
        if (old.contains(part.from())
            && !old.contains(part.to())
            && now.contains(part.to())
            && !now.contains(part.from())) {
          parts.add(new RenamedPart(whole, part.from(), part.to()));
        }
      }
    }
    return parts.stream().distinct().toList();
  }

  private static List<String> parts(Dialect dialect, Catalog catalog, ObjectId whole) {
    DatabaseObject object = catalog.find(whole);
    return object == null ? List.of() : dialect.renderer().partsOf(object);
  }
}
