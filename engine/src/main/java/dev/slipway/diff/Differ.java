package dev.slipway.diff;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    List<Pair> pairs = pairs(before.objects(), after);
    Map<ObjectId, ObjectId> renamed = renamed(pairs, before, after);
    if (!renamed.isEmpty()) {
      pairs = pairs(afterRenames(before, renamed), after);
    }
    List<Change> changes = new ArrayList<>();
    for (Pair pair : pairs) {
      DatabaseObject now = pair.now;
      if (now != null && pair.old == null) {
        ObjectId from = renamed.get(now.id());
        changes.add(from == null ? new Change.Create(now) : new Change.Rename(from, now.id()));
      } else if (now != null && pair.old != null && !asItIs(pair.old).equals(asItIs(now))) {
        changes.add(new Change.Alter(pair.old, now));
      }
    }
    for (Pair pair : pairs) {
      if (pair.old != null && pair.now == null && !isUsual(pair.old, after)) {
        changes.add(new Change.Drop(pair.old));
      }
    }
    return changes;
  }

  /** Everything but what gets another name; what is said about that follows the name. */
  private static Iterable<DatabaseObject> afterRenames(
      Catalog before, Map<ObjectId, ObjectId> renamed) {
    Map<ObjectId, ObjectId> names = new TreeMap<>();
    renamed.forEach((to, from) -> names.put(from, to));
    Map<ObjectId, DatabaseObject> objects = new TreeMap<>();
    for (DatabaseObject object : before.objects()) {
      if (!names.containsKey(object.id())) {
        DatabaseObject now = Said.after(names, object);
        objects.put(now.id(), now);
      }
    }
    return objects.values();
  }

  /** The index whose part an index is: it goes with that one. */
  private static @Nullable DatabaseObject whole(ObjectId index, Catalog catalog) {
    return catalog.find(ObjectId.about(Kind.INDEX_PARTITION, index)) instanceof IndexPartition part
        ? catalog.find(part.whole())
        : null;
  }

  /** An identity as it is on both sides; not null on both. */
  private record Pair(@Nullable DatabaseObject old, @Nullable DatabaseObject now) {}

  /** Both catalogs are in the same order, so that one walk through both finds all pairs. */
  private static List<Pair> pairs(Iterable<DatabaseObject> before, Catalog after) {
    List<Pair> pairs = new ArrayList<>();
    Iterator<DatabaseObject> olds = before.iterator();
    Iterator<DatabaseObject> nows = after.objects().iterator();
    DatabaseObject old = next(olds);
    DatabaseObject now = next(nows);
    while (old != null || now != null) {
      int order = old == null ? 1 : now == null ? -1 : old.id().compareTo(now.id());
      pairs.add(new Pair(order <= 0 ? old : null, order >= 0 ? now : null));
      if (order <= 0) {
        old = next(olds);
      }
      if (order >= 0) {
        now = next(nows);
      }
    }
    return pairs;
  }

  private static @Nullable DatabaseObject next(Iterator<DatabaseObject> objects) {
    return objects.hasNext() ? objects.next() : null;
  }

  /** What has another name, by its new identity. */
  private static Map<ObjectId, ObjectId> renamed(List<Pair> pairs, Catalog before, Catalog after) {
    Map<DatabaseObject, ObjectId> gone = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (pair.now == null && pair.old != null && isNameOnly(pair.old)) {
        gone.putIfAbsent(nameless(pair.old), pair.old.id());
      }
    }
    Map<ObjectId, ObjectId> renamed = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (pair.old == null && pair.now != null && isNameOnly(pair.now)) {
        ObjectId from = gone.remove(nameless(pair.now));
        if (from != null && Objects.equals(whole(from, before), whole(pair.now.id(), after))) {
          renamed.put(pair.now.id(), from);
        }
      }
    }
    return renamed;
  }

  /**
   * How two catalogs differ as they are: without what only says how an object would be granted if
   * it were created.
   */
  public static List<Change> differences(Catalog before, Catalog after) {
    return compare(before, after).stream()
        .filter(
            change -> !(change instanceof Change.Create create && isUsual(create.object(), before)))
        .toList();
  }

  private static DatabaseObject asItIs(DatabaseObject object) {
    return object instanceof Grant grant ? grant.asItIs() : object;
  }

  private static boolean isUsual(DatabaseObject object, Catalog other) {
    return object instanceof Grant grant && grant.isUsual() && hasGranted(grant, other);
  }

  private static boolean hasGranted(Grant grant, Catalog catalog) {
    return Identity.isAboutSequence(grant.id(), grant.on())
        ? catalog.find(grant.on()) instanceof Column column && column.identity() != null
        : catalog.has(grant.on());
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
              c.validated(),
              c.inherited(),
              c.options(),
              c.notEnforced());
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
              i.nullsNotDistinct(),
              i.statistics());
      default -> object;
    };
  }
}
