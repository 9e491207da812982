package dev.slipway.catalog;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which object needs which others, as the engine records it. Immutable; an object's {@link
 * DatabaseObject#parent() parent} is not repeated here.
 */
public final class Dependencies {

  private static final Dependencies NONE = new Dependencies(Map.of());

  private final Map<ObjectId, Set<ObjectId>> needs;
  private final Map<ObjectId, Set<ObjectId>> neededBy = new TreeMap<>();

  private Dependencies(Map<ObjectId, ? extends Set<ObjectId>> needs) {
    this.needs = new TreeMap<>();
    needs.forEach((id, others) -> {
      if (!others.isEmpty()) {
        this.needs.put(id, new TreeSet<>(others));
      }
      others.forEach(other -> neededBy.computeIfAbsent(other, key -> new TreeSet<>()).add(id));
    });
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
  public Set<ObjectId> dependentsOf(ObjectId id) {
    return neededBy.getOrDefault(id, Set.of());
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
    return java.util.Collections.unmodifiableMap(needs);
  }
}
