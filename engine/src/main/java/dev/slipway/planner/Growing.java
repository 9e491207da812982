package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.OnlineRenderer;
import dev.slipway.diff.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns become of another type by a new column beside them, and which enumerated types lose
 * or move values so, with all of their columns. Then nothing that uses them makes way: it goes over
 * to the new one, and what changes of it changes so. What is dropped, created or renamed for
 * another reason can't, and its columns are changed in place.
 */
final class Growing {

  private final Catalog before;
  private final Catalog after;
  private final Set<ObjectId> grown = new TreeSet<>();

  /** The columns of grown types. */
  private final Map<ObjectId, List<ObjectId>> columns = new TreeMap<>();

  private final Map<ObjectId, ObjectId> within = new TreeMap<>();

  private Growing(Set<ObjectId> grown, Catalog before, Catalog after) {
    this.before = before;
    this.after = after;
    this.grown.addAll(grown);
  }

  /**
   * @param renderer writes it; null where everything is done directly
   * @param changes all changes
   */
  Growing(@Nullable OnlineRenderer renderer, Catalog before, Catalog after, List<Change> changes) {
    this(Set.of(), before, after);
    Set<ObjectId> renamed = new TreeSet<>();
    Set<ObjectId> altered = new TreeSet<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Rename rename -> renamed.addAll(List.of(rename.from(), rename.to()));
        case Change.Alter alter -> altered.add(alter.id());
        case Change.Create create -> {}
        case Change.Drop drop -> {}
      }
    }
    for (Change change : changes) {
      if (renderer != null && change instanceof Change.Alter(EnumType old, EnumType type)) {
        growType(renderer, old, type, renamed, altered);
      }
    }
    for (Change change : changes) {
      if (renderer != null
          && change instanceof Change.Alter(Column old, Column column)
          && !old.type().equals(column.type())
          && tied(column.id()).noneMatch(renamed::contains)
          && tied(column.id()).noneMatch(within::containsKey)
          && !within.containsKey(column.id())
          && renderer.retype(old, column, before, after, null) != null
          && renderer.retypeBack(old, column, before, after, null) != null) {
        grown.add(column.id());
        tied(column.id()).filter(altered::contains).forEach(id -> within.put(id, column.id()));
      }
    }
  }

  /** What only gets values is altered in place, but its way back is not. */
  private void growType(
      OnlineRenderer renderer,
      EnumType old,
      EnumType type,
      Set<ObjectId> renamed,
      Set<ObjectId> altered) {
    List<ObjectId> held = renderer.columnsOf(old, before, after);
    Set<ObjectId> all = new TreeSet<>(held);
    held.forEach(column -> tied(column).forEach(all::add));
    List<ObjectId> changed = all.stream().filter(altered::contains).toList();
    boolean isGrown = renderer.retype(old, type, before, after) != null;
    if (!held.isEmpty()
        && all.stream().noneMatch(renamed::contains)
        && !renamed.contains(type.id())
        && all.stream().noneMatch(within::containsKey)
        && (isGrown || changed.isEmpty())
        && renderer.retypeBack(old, type, before, after) != null) {
      grown.add(type.id());
      columns.put(type.id(), held);
      if (isGrown) {
        held.forEach(column -> within.put(column, type.id()));
        changed.forEach(id -> within.put(id, type.id()));
      }
    }
  }

  /** Just what is known to be. */
  static Growing of(Set<ObjectId> grown, Catalog before, Catalog after) {
    return new Growing(grown, before, after);
  }

  private Stream<ObjectId> tied(ObjectId column) {
    return Stream.of(before, after)
        .flatMap(catalog ->
            Stream.concat(
                catalog.dependencies().dependentsOf(column).stream(),
                catalog.partsOf(column).stream().map(DatabaseObject::id)));
  }

  /** Whether something is created anew that grown columns are tied to: they are no more, then. */
  boolean isHindered(Recreation recreation) {
    List<ObjectId> hindered =
        grown.stream()
            .filter(one ->
                Stream.concat(Stream.of(one), columns.getOrDefault(one, List.of()).stream())
                    .flatMap(this::tied)
                    .anyMatch(recreation.found()::contains))
            .toList();
    within.values().removeAll(hindered);
    return grown.removeAll(hindered);
  }

  /** The columns and types that grow beside themselves. */
  Set<ObjectId> grown() {
    return grown;
  }

  /** With which of them something is altered; null where that is done by itself. */
  @Nullable ObjectId columnOf(ObjectId altered) {
    return within.get(altered);
  }

  /** What changes with each of them, though nothing may be altered of it. */
  Map<ObjectId, ObjectId> within() {
    return within;
  }
}
