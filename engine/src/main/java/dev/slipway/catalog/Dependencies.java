package dev.slipway.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Which object needs which others, as the engine records it. Immutable; an object's {@link
 * DatabaseObject#parent() parent} is not repeated here.
 */
public final class Dependencies {

  private static final Dependencies NONE = new Dependencies(Map.of());

  private final Map<ObjectId, Set<ObjectId>> needs;
  private final Map<ObjectId, List<ObjectId>> neededBy = new HashMap<>();

  private Dependencies(Map<ObjectId, ? extends Set<ObjectId>> needs) {
    Map<ObjectId, Set<ObjectId>> all = LinkedHashMap.newLinkedHashMap(needs.size());
    Canonical.<Set<ObjectId>>map(needs)
        .forEach((id, others) -> {
          if (!others.isEmpty()) {
            all.put(id, Canonical.set(others));
          }
          for (ObjectId other : others) {
            neededBy.computeIfAbsent(other, key -> new ArrayList<>()).add(id);
          }
        });
    this.needs = Collections.unmodifiableMap(all);
  }

  /** No dependencies at all. */
  public static Dependencies none() {
    return NONE;
  }

  /** The dependencies by the dependent object. */
  public static Dependencies of(Map<ObjectId, ? extends Set<ObjectId>> needs) {
    return new Dependencies(needs);
  }

  /** What an object needs, in canonical order. */
  public Set<ObjectId> of(ObjectId id) {
    return needs.getOrDefault(id, Set.of());
  }

  /** What needs an object directly, in canonical order. */
  public List<ObjectId> dependentsOf(ObjectId id) {
    return Collections.unmodifiableList(neededBy.getOrDefault(id, List.of()));
  }

  /** What needs an object directly or through others, nearest first. */
  public SequencedSet<ObjectId> allDependentsOf(ObjectId id) {
    var found = new LinkedHashSet<ObjectId>();
    var open = new ArrayDeque<>(dependentsOf(id));
    while (!open.isEmpty()) {
      ObjectId next = open.removeFirst();
      if (!next.equals(id) && found.add(next)) {
        open.addAll(dependentsOf(next));
      }
    }
    return found;
  }

  /** Every dependent object with what it needs, in canonical order. */
  public Map<ObjectId, Set<ObjectId>> asMap() {
    return needs;
  }
}
