package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the engine does to the columns of typed tables by itself when their type changes: they come,
 * change and go with its attributes (manual: ALTER TYPE, CASCADE).
 */
final class TypedTables {

  private final Catalog before;
  private final Catalog after;

  TypedTables(Catalog before, Catalog after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Leaves to the change of the type what it does to columns; what a column has besides stays a
   * change of its own.
   */
  void join(
      Map<ObjectId, Action.Create> creates,
      Map<ObjectId, Action.Drop> drops,
      Map<ObjectId, Action> others,
      Map<ObjectId, Action> changedWithin) {
    for (Action.Create create : List.copyOf(creates.values())) {
      if (create.object() instanceof Column column
          && !before.has(column.id())
          && others.get(carrier(column)) instanceof Action.Alter type) {
        creates.remove(create.id());
        alterRest(bare(column, null), column, others);
        changedWithin.put(column.id(), type);
      }
    }
    for (Action.Drop drop : List.copyOf(drops.values())) {
      if (drop.object() instanceof Column column
          && !after.has(column.id())
          && others.get(carrier(column)) instanceof Action.Alter type) {
        drops.remove(drop.id());
        if (!column.equals(bare(column, null))) {
          others.put(column.id(), new Action.Alter(column, bare(column, null)));
        }
        changedWithin.put(column.id(), type);
      }
    }
    for (Action action : List.copyOf(others.values())) {
      if (action instanceof Action.Alter alter
          && alter.before() instanceof Column old
          && alter.after() instanceof Column column
          && !old.type().equals(column.type())
          && others.get(carrier(column)) instanceof Action.Alter type) {
        others.remove(column.id());
        alterRest(bare(column, old), column, others);
        changedWithin.put(column.id(), type);
      }
    }
  }

  private static void alterRest(Column now, Column column, Map<ObjectId, Action> others) {
    if (!now.equals(column)) {
      others.put(column.id(), new Action.Alter(now, column));
    }
  }

  /** The column as the type's change leaves it; with another's not null and statistics. */
  private static Column bare(Column column, @Nullable Column old) {
    return new Column(
        column.id(),
        column.type(),
        old != null && old.notNull(),
        column.collation(),
        null,
        null,
        true,
        false,
        old == null ? null : old.notNullAs(),
        old == null ? null : old.tuning());
  }

  /** The type that a column's table follows, before and after; null for any other column. */
  private @Nullable ObjectId carrier(Column column) {
    ObjectId type = typeOf(column, before);
    return Objects.equals(type, typeOf(column, after)) ? type : null;
  }

  /** The type that a column's table follows; null where it follows none. */
  static @Nullable ObjectId typeOf(Column column, Catalog catalog) {
    DatabaseObject table = catalog.find(column.parent());
    if (!(table instanceof Table typed) || typed.ofType() == null) {
      return null;
    }
    for (ObjectId need : catalog.dependencies().of(typed.id())) {
      if (need.kind() == Kind.COMPOSITE_TYPE) {
        return need;
      }
    }
    return null;
  }
}
