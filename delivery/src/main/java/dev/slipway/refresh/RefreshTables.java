package dev.slipway.refresh;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Share;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables whose rows are brought: the user's own, a partitioned one as a whole; of the
 * platform's those that are named. Slipway's own stay.
 */
final class RefreshTables {

  private static final String OURS = "slipway";

  private final Catalog catalog;
  private final List<ObjectId> ids = new ArrayList<>();
  private final List<Constraint> keys = new ArrayList<>();
  private final Set<ObjectId> partitions = new HashSet<>();
  private final Set<ObjectId> platforms = new HashSet<>();
  private final List<Constraint> outside = new ArrayList<>();
  private final Set<ObjectId> distinct = new HashSet<>();

  /**
   * @param catalog everything that is there
   * @param scope what is the platform's
   * @param also tables of the platform that are brought too
   */
  RefreshTables(Catalog catalog, Scope scope, Set<String> also) {
    this.catalog = catalog;
    catalog.all(Partition.class).forEach(each -> partitions.add(each.parent()));
    for (Table table : catalog.all(Table.class)) {
      ObjectId id = table.id();
      boolean isPlatforms = scope.schemas().contains(id.schema()) || scope.leavesOut(id);
      boolean isOurs = id.schema().equals(OURS) || id.schema().startsWith(OURS + "_");
      if (!table.isForeign()
          && !partitions.contains(id)
          && !isOurs
          && (!isPlatforms || Names.of(also).contains(name(id)))) {
        ids.add(id);
        if (isPlatforms) {
          platforms.add(id);
        }
      }
    }
    for (DatabaseObject object : catalog.objects()) {
      if (object instanceof Constraint each) {
        take(each);
      } else if (object instanceof Index index && index.unique()) {
        catalog.columnsOf(index.relation()).stream()
            .map(Column::id)
            .filter(column -> index.keys().stream().anyMatch(key -> key.contains(column.name())))
            .forEach(distinct::add);
      }
    }
  }

  private void take(Constraint each) {
    switch (each.type()) {
      case PRIMARY_KEY, UNIQUE -> each.columns().forEach(name -> distinct.add(column(each, name)));
      case FOREIGN_KEY -> {
        if (ids.contains(each.parent()) && !each.notEnforced()) {
          keys.add(each);
          each.columns().forEach(name -> distinct.add(column(each, name)));
        } else if (ids.contains(each.references()) && !partitions.contains(each.parent())) {
          outside.add(each);
        }
      }
      case CHECK, EXCLUSION -> {}
    }
  }

  private static ObjectId column(Constraint of, String name) {
    ObjectId table = of.parent();
    return ObjectId.of(Kind.COLUMN, table.schema(), table.name(), name);
  }

  /** How the file calls a table. */
  static String name(ObjectId table) {
    return String.join(".", table.path());
  }

  List<ObjectId> ids() {
    return ids;
  }

  /** All foreign keys of these tables. */
  List<Constraint> keys() {
    return keys;
  }

  /** Foreign keys that lead to one of these from a table whose rows stay. */
  List<Constraint> keysFromOutside() {
    return outside;
  }

  /** Which rows of a table are wanted; of the platform's, when nobody says, what others need. */
  Share share(ObjectId table, Rules rules) {
    boolean isSaid = rules.rows().containsKey(name(table));
    return isSaid || !platforms.contains(table) ? rules.share(name(table)) : new Share.Rows(0);
  }

  /** The foreign keys of a table that lead to one of these. */
  List<Constraint> keysOf(ObjectId table) {
    return keys.stream()
        .filter(key -> table.equals(key.parent()) && ids.contains(key.references()))
        .toList();
  }

  /** The foreign keys that lead to a table. */
  List<Constraint> keysTo(ObjectId table) {
    return keys.stream().filter(key -> table.equals(key.references())).toList();
  }

  ObjectId referenced(Constraint key) {
    return Objects.requireNonNull(key.references());
  }

  /** The columns that are written: all but generated ones. */
  List<Column> columns(ObjectId table) {
    return catalog.columnsOf(table).stream().filter(column -> column.generated() == null).toList();
  }

  List<String> primaryKey(ObjectId table) {
    for (DatabaseObject part : catalog.partsOf(table)) {
      if (part instanceof Constraint each && each.type() == Constraint.Type.PRIMARY_KEY) {
        return each.columns();
      }
    }
    return List.of();
  }

  /** Whether two values of a column must stay two. */
  boolean isDistinct(Column column) {
    return distinct.contains(column.id());
  }

  /** What these tables have that others lack, or have otherwise; for a person. */
  List<String> differences(RefreshTables others) {
    Set<String> found = new TreeSet<>();
    for (ObjectId id : ids) {
      if (!others.ids.contains(id)) {
        found.add("table " + name(id));
        continue;
      }
      for (Column column : columns(id)) {
        boolean isThere =
            others.columns(id).stream()
                .anyMatch(
                    each -> each.id().equals(column.id()) && each.type().equals(column.type()));
        if (!isThere) {
          found.add("column " + name(id) + "." + column.id().name());
        }
      }
    }
    return List.copyOf(found);
  }
}
