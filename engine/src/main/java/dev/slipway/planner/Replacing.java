package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.OnlineRenderer;
import dev.slipway.diff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which indexes and constraints another takes the place of without a gap: those that become another
 * for their own sake, and that nothing rests on but what is said about them.
 */
final class Replacing {

  private final @Nullable OnlineRenderer renderer;
  private final Catalog before;
  private final Catalog after;
  private final Set<ObjectId> converted = new TreeSet<>();

  /**
   * @param renderer writes it; null where everything is done directly
   * @param changes all changes
   */
  Replacing(
      @Nullable OnlineRenderer renderer, Catalog before, Catalog after, List<Change> changes) {
    this.renderer = renderer;
    this.before = before;
    this.after = after;
    for (Change change : changes) {
      if (change instanceof Change.Alter(Column old, Column column)
          && !old.type().equals(column.type())) {
        converted.add(column.id());
      }
    }
  }

  boolean isReplaced(Change.Alter alter) {
    return renderer != null
        && (alter.before() instanceof Index || alter.before() instanceof Constraint)
        && partsOf(alter.id()).stream().allMatch(part -> part.kind() == Kind.COMMENT)
        && Stream.of(before, after)
            .flatMap(catalog -> catalog.dependencies().of(alter.id()).stream())
            .noneMatch(converted::contains)
        && renderer.replace(alter.before(), alter.after(), before, after) != null
        && renderer.replace(alter.after(), alter.before(), after, before) != null;
  }

  /** What rests on an object, or is said about it, before or after. */
  List<ObjectId> partsOf(ObjectId id) {
    Set<ObjectId> parts = new TreeSet<>();
    for (Catalog catalog : List.of(before, after)) {
      parts.addAll(catalog.dependencies().dependentsOf(id));
      catalog.partsOf(id).forEach(part -> parts.add(part.id()));
    }
    return new ArrayList<>(parts);
  }
}
