package dev.slipway.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collections in the order of identities. What comes in that order already, as most does, is not
 * sorted again.
 */
final class Canonical {

  private Canonical() {}

  /** An unmodifiable copy of a map, in the order of its keys. */
  static <V> Map<ObjectId, V> map(Map<ObjectId, ? extends V> map) {
    Map<ObjectId, V> sorted = LinkedHashMap.newLinkedHashMap(map.size());
    if (isSorted(map.keySet())) {
      sorted.putAll(map);
    } else {
      List<ObjectId> keys = new ArrayList<>(map.keySet());
      Collections.sort(keys);
      for (ObjectId key : keys) {
        sorted.put(key, map.get(key));
      }
    }
    return Collections.unmodifiableMap(sorted);
  }

  /** An unmodifiable copy of a set, in order. */
  static Set<ObjectId> set(Set<ObjectId> set) {
    if (set.size() == 1) {
      return Set.copyOf(set);
    }
    List<ObjectId> ids = new ArrayList<>(set);
    if (!isSorted(ids)) {
      Collections.sort(ids);
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(ids));
  }

  /** The objects in the order of their identities. */
  static List<DatabaseObject> objects(Iterable<? extends DatabaseObject> objects) {
    List<DatabaseObject> all = new ArrayList<>();
    boolean isSorted = true;
    for (DatabaseObject object : objects) {
      isSorted = isSorted && (all.isEmpty() || all.getLast().id().compareTo(object.id()) < 0);
      all.add(object);
    }
    if (!isSorted) {
      all.sort((one, other) -> one.id().compareTo(other.id()));
    }
    return all;
  }

  private static boolean isSorted(Collection<ObjectId> ids) {
    ObjectId last = null;
    for (ObjectId id : ids) {
      if (last != null && last.compareTo(id) > 0) {
        return false;
      }
      last = id;
    }
    return true;
  }
}
