package dev.slipway.diff;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the differences between two catalogs, in canonical order. Stateless.
 *
 * <p>Objects are the same when their identities are. Nothing is guessed about names: only a
 * constraint or an index that is equal but for its name counts as renamed, since it holds no data
 * of its own. Other renames are declared, and applied to the first catalog before it is compared.
 */
public final class Differ {

  private Differ() {}

  /** The changes that lead from one catalog to the other; empty when they are equal. */
  public static List<Change> compare(Catalog before, Catalog after) {
    Map<DatabaseObject, DatabaseObject> gone = new LinkedHashMap<>();
    for (DatabaseObject object : before.objects()) {
      if (!after.has(object.id()) && isNameOnly(object)) {
        gone.putIfAbsent(nameless(object), object);
      }
    }
    List<Change> changes = new ArrayList<>();
    List<ObjectId> renamed = new ArrayList<>();
    for (DatabaseObject object : after.objects()) {
      DatabaseObject old = before.find(object.id());
      if (old != null) {
        if (!old.equals(object)) {
          changes.add(new Change.Alter(old, object));
        }
        continue;
      }
      DatabaseObject same = isNameOnly(object) ? gone.remove(nameless(object)) : null;
      if (same == null) {
        changes.add(new Change.Create(object));
      } else {
        changes.add(new Change.Rename(same.id(), object.id()));
        renamed.add(same.id());
      }
    }
    for (DatabaseObject object : before.objects()) {
      if (!after.has(object.id()) && !renamed.contains(object.id())) {
        changes.add(new Change.Drop(object));
      }
    }
    return changes;
  }

  private static boolean isNameOnly(DatabaseObject object) {
    return object instanceof Constraint || object instanceof Index;
  }

  private static DatabaseObject nameless(DatabaseObject object) {
    return switch (object) {
      case Constraint c ->
          new Constraint(
              c.id().withName(""),
              c.type(),
              c.definition(),
              c.columns(),
              c.references(),
              c.referencedColumns(),
              c.validated());
      case Index i ->
          new Index(
              i.id().withName(""),
              i.relation(),
              i.unique(),
              i.definition(),
              i.keys(),
              i.predicate(),
              i.nullsNotDistinct());
      default -> object;
    };
  }
}
