package dev.slipway.diff;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Map<ObjectId, ObjectId> renamed = renamed(before, after);
    Map<ObjectId, Comment> moved = movedComments(before, renamed);
    List<Change> changes = new ArrayList<>();
    for (DatabaseObject object : after.objects()) {
      DatabaseObject old = before.find(object.id());
      if (old == null) {
        old = moved.remove(object.id());
      }
      if (old != null) {
        if (!old.equals(object)) {
          changes.add(new Change.Alter(old, object));
        }
        continue;
      }
      ObjectId from = renamed.get(object.id());
      changes.add(from == null ? new Change.Create(object) : new Change.Rename(from, object.id()));
    }
    Set<ObjectId> kept = new HashSet<>(renamed.values());
    for (DatabaseObject object : before.objects()) {
      boolean isMoved = object instanceof Comment comment && kept.contains(comment.on());
      if (!after.has(object.id()) && !kept.contains(object.id()) && !isMoved) {
        changes.add(new Change.Drop(object));
      }
    }
    moved.values().forEach(comment -> changes.add(new Change.Drop(comment)));
    return changes;
  }

  /** What has another name, by its new identity. */
  private static Map<ObjectId, ObjectId> renamed(Catalog before, Catalog after) {
    Map<DatabaseObject, ObjectId> gone = new LinkedHashMap<>();
    for (DatabaseObject object : before.objects()) {
      if (!after.has(object.id()) && isNameOnly(object)) {
        gone.putIfAbsent(nameless(object), object.id());
      }
    }
    Map<ObjectId, ObjectId> renamed = new LinkedHashMap<>();
    for (DatabaseObject object : after.objects()) {
      if (!before.has(object.id()) && isNameOnly(object)) {
        ObjectId from = gone.remove(nameless(object));
        if (from != null) {
          renamed.put(object.id(), from);
        }
      }
    }
    return renamed;
  }

  /** The comments that follow a rename, under the identity that they have then. */
  private static Map<ObjectId, Comment> movedComments(
      Catalog before, Map<ObjectId, ObjectId> renamed) {
    Map<ObjectId, Comment> moved = new LinkedHashMap<>();
    renamed.forEach((to, from) -> {
      for (DatabaseObject part : before.partsOf(from)) {
        if (part instanceof Comment comment) {
          Comment there = comment.movedTo(to);
          moved.put(there.id(), there);
        }
      }
    });
    return moved;
  }

  private static boolean isNameOnly(DatabaseObject object) {
    return object instanceof Constraint
        || object instanceof DomainConstraint
        || object instanceof Index;
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
      case DomainConstraint d ->
          new DomainConstraint(d.id().withName(""), d.definition(), d.validated());
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
