package dev.slipway.observation;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Observation;
import dev.slipway.dialect.Sight;
import dev.slipway.plan.Lock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a migration stands between two of its statements.
 *
 * @param part the migration
 * @param start what was there before its first statement
 * @param names the names of that
 * @param seen what is there now
 * @param atBegin what was there when the transaction began
 * @param held the locks that the transaction holds
 */
record Standing(
    String part,
    Set<Long> start,
    Map<String, Observation.Named> names,
    Observation.Seen seen,
    Observation.Seen atBegin,
    List<Lock> held) {

  Standing {
    start = Set.copyOf(start);
    held = List.copyOf(held);
  }

  static Standing at(String part, Sight sight, Observation.Seen seen) {
    return new Standing(part, sight.relations().keySet(), seen.names(), seen, seen, List.of());
  }

  Standing after(Observation.Seen now) {
    return new Standing(part, start, names, now, atBegin, held);
  }

  Standing holding(List<Lock> locks) {
    return new Standing(part, start, names, seen, atBegin, locks);
  }

  Standing committed() {
    return new Standing(part, start, names, seen, seen, List.of());
  }

  Standing takenBack() {
    return new Standing(part, start, names, atBegin, atBegin, List.of());
  }

  /** The catalog when the transaction began. */
  Catalog begin() {
    return atBegin.catalog();
  }

  /** The catalog without the relations, schemas and types that came with this migration. */
  Catalog known() {
    Set<ObjectId> isNew = new HashSet<>();
    seen.names()
        .forEach((key, named) -> {
          if (!names.containsKey(key)
              && (named.value().isEmpty() || !isThere(named.id()))
              && !key.startsWith("column:")) {
            isNew.add(named.id());
          }
        });
    if (isNew.isEmpty()) {
      return seen.catalog();
    }
    List<DatabaseObject> kept = new ArrayList<>();
    for (DatabaseObject object : seen.catalog().objects()) {
      ObjectId parent = object.parent();
      if (!isNew.contains(object.id()) && (parent == null || !isNew.contains(parent))) {
        kept.add(object);
      }
    }
    return new Catalog(
        seen.catalog().engine(),
        kept,
        seen.catalog().dependencies(),
        seen.catalog().columnOrder(),
        seen.catalog().viewTypes(),
        seen.catalog().seen());
  }

  /** Whether an enumerated type had a value before, and is not new itself. */
  private boolean isThere(ObjectId type) {
    return names.values().stream().anyMatch(named -> named.id().equals(type));
  }
}
