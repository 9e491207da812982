package dev.slipway.question;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.planner.DeclaredRename;
import dev.slipway.planner.Desired;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the objects of the old catalog stand once what is known to be renamed is renamed. Computed
 * from names alone: the engine is asked when the renames are carried out.
 */
final class Standing {

  private final Map<ObjectId, ObjectId> names = new HashMap<>();
  private final Map<ObjectId, Map<String, String>> parts = new HashMap<>();
  private final Map<ObjectId, DatabaseObject> objects = new TreeMap<>();

  Standing(Catalog before, Desired desired, Set<Kind> kinds) {
    for (DeclaredRename rename : desired.renames()) {
      switch (rename) {
        case DeclaredRename.OfObject object -> {
          if (desired.catalog().has(object.to()) && !before.has(object.to())) {
            names.put(object.from(), object.to());
          }
        }
        case DeclaredRename.OfPart part ->
            parts.computeIfAbsent(part.whole(), key -> new HashMap<>()).put(part.from(), part.to());
      }
    }
    for (DatabaseObject object : before.objects()) {
      if (kinds.contains(object.id().kind())) {
        objects.put(now(object.id()), object);
      }
    }
  }

  /** The old objects under the identities that they have now. */
  Map<ObjectId, DatabaseObject> objects() {
    return objects;
  }

  /** The identity that an object has now: what it is in is renamed before it is itself. */
  private ObjectId now(ObjectId id) {
    if (names.isEmpty()) {
      return id;
    }
    ObjectId there =
        switch (id.kind().home()) {
          case DATABASE, ABOUT -> id;
          case SCHEMA -> in(now(ObjectId.of(Kind.SCHEMA, id.schema())), id);
          case RELATION -> in(now(ObjectId.of(Kind.TABLE, id.schema(), id.path().get(1))), id);
        };
    return names.getOrDefault(there, there);
  }

  private static ObjectId in(ObjectId place, ObjectId id) {
    List<String> path = new ArrayList<>(place.path());
    path.addAll(id.path().subList(place.path().size(), id.path().size()));
    return new ObjectId(id.kind(), path);
  }

  /** The names that parts of an object have now, by the names of before. */
  List<String> now(ObjectId whole, List<String> before, List<String> after) {
    Map<String, String> renamed = parts.getOrDefault(whole, Map.of());
    Set<String> there = new HashSet<>(before);
    return before.stream()
        .map(name -> {
          String other = renamed.getOrDefault(name, name);
          return !there.contains(other) && after.contains(other) ? other : name;
        })
        .toList();
  }
}
