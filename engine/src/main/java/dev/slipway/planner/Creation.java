package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Dependencies;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Selection;
import dev.slipway.dialect.Dialect;
import dev.slipway.plan.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How everything of a catalog is created around rows that are loaded in between: first what rows
 * need to be there, then what is faster made when they are (indexes, keys), or must not act while
 * they come (triggers, foreign keys), at last who may do what with it.
 *
 * @param before what runs before the rows come, in its order
 * @param after what runs when they are there, in its order
 * @param rights owners, privileges and labels, in their order
 */
public record Creation(List<String> before, List<Tied> after, List<String> rights) {

  private static final Set<Kind> ROWS =
      EnumSet.of(Kind.TABLE, Kind.COLUMN, Kind.INHERITANCE, Kind.PARTITION, Kind.EXTENSION);

  private static final Set<Kind> RIGHTS =
      EnumSet.of(Kind.OWNER, Kind.DEFAULT_PRIVILEGES, Kind.GRANT, Kind.SECURITY_LABEL);

  /** What says something about tables alone, so that it disturbs nothing else. */
  private static final Set<Kind> OF_TABLES =
      EnumSet.of(
          Kind.COLUMN_DEFAULT, Kind.CONSTRAINT, Kind.INDEX, Kind.INDEX_PARTITION, Kind.STATISTICS);

  /**
   * A statement and what it touches.
   *
   * @param sql the statement
   * @param tables the tables that it touches; empty where it may touch anything
   * @param isShared whether others like it may touch them meanwhile
   */
  public record Tied(String sql, List<ObjectId> tables, boolean isShared) {

    /** Copies the tables. */
    public Tied {
      tables = List.copyOf(tables);
    }
  }

  /** Copies the lists. */
  public Creation {
    before = List.copyOf(before);
    after = List.copyOf(after);
    rights = List.copyOf(rights);
  }

  /** How a catalog is created. */
  public static Creation of(Dialect dialect, Catalog catalog) {
    Catalog nothing = new Catalog(dialect.engine(), List.of(), Dependencies.none(), Map.of());
    Set<ObjectId> needed = neededByRows(catalog);
    Catalog rows = part(catalog, needed::contains);
    Catalog unowned = part(catalog, id -> !RIGHTS.contains(id.kind()));
    List<Tied> after =
        foreignKeysLast(SchemaPlanner.creation(dialect, rows, unowned), catalog).stream()
            .map(step ->
                new Tied(
                    step.statement().sql(),
                    tables(step, catalog),
                    step.object().kind() == Kind.INDEX))
            .toList();
    return new Creation(
        sql(SchemaPlanner.creation(dialect, nothing, rows)),
        after,
        sql(SchemaPlanner.creation(dialect, unowned, catalog)));
  }

  /**
   * Of steps that say something about tables alone, foreign keys come last: no other needs them,
   * and they wait for the rows and keys of two tables, which indexes do not have to.
   */
  private static List<Step> foreignKeysLast(List<Step> steps, Catalog catalog) {
    List<Step> ordered = new ArrayList<>();
    List<Step> foreignKeys = new ArrayList<>();
    for (Step step : steps) {
      if (!OF_TABLES.contains(step.object().kind())) {
        ordered.addAll(foreignKeys);
        foreignKeys.clear();
      }
      boolean isForeignKey =
          catalog.find(step.object()) instanceof Constraint constraint
              && constraint.type() == Constraint.Type.FOREIGN_KEY;
      (isForeignKey ? foreignKeys : ordered).add(step);
    }
    ordered.addAll(foreignKeys);
    return ordered;
  }

  private static Catalog part(Catalog catalog, Predicate<ObjectId> wanted) {
    var selection = new Selection(catalog);
    for (DatabaseObject object : catalog.objects()) {
      if (wanted.test(object.id())) {
        selection.add(object.id());
      }
    }
    return selection.of(catalog);
  }

  private static List<String> sql(List<Step> steps) {
    return steps.stream().map(step -> step.statement().sql()).toList();
  }

  /** What rows are made of, with all that this needs; valid checks, which are cheap on the way. */
  private static Set<ObjectId> neededByRows(Catalog catalog) {
    Deque<ObjectId> found = new ArrayDeque<>();
    for (DatabaseObject object : catalog.objects()) {
      boolean isCheck =
          object instanceof Constraint constraint
              && constraint.type() == Constraint.Type.CHECK
              && constraint.validated();
      if (ROWS.contains(object.id().kind()) || isCheck) {
        found.add(object.id());
      }
    }
    Set<ObjectId> needed = new LinkedHashSet<>();
    while (!found.isEmpty()) {
      ObjectId id = found.pop();
      DatabaseObject object = catalog.find(id);
      if (object == null || !needed.add(id)) {
        continue;
      }
      found.addAll(catalog.dependencies().of(id));
      ObjectId parent = object.parent();
      if (parent != null) {
        found.add(parent);
      }
      // a domain without its checks, or a family without its classes, would be another one
      for (DatabaseObject part : catalog.partsOf(id)) {
        if (part.id().kind() == Kind.DOMAIN_CONSTRAINT) {
          found.add(part.id());
        }
      }
    }
    return needed;
  }

  private static List<ObjectId> tables(Step step, Catalog catalog) {
    if (!OF_TABLES.contains(step.object().kind())) {
      return List.of();
    }
    Set<ObjectId> tables = new TreeSet<>();
    List<ObjectId> named = new ArrayList<>(catalog.dependencies().of(step.object()));
    DatabaseObject object = catalog.find(step.object());
    ObjectId parent = object == null ? null : object.parent();
    if (parent != null) {
      named.add(parent);
    }
    for (ObjectId id : named) {
      if (id.kind() == Kind.TABLE || id.kind() == Kind.VIEW) {
        tables.add(id);
      } else if (id.kind() == Kind.COLUMN || id.kind() == Kind.CONSTRAINT) {
        tables.add(ObjectId.of(Kind.TABLE, id.schema(), id.path().get(1)));
      } else if (id.kind() == Kind.INDEX && catalog.find(id) instanceof Index index) {
        tables.add(index.relation());
      }
    }
    return List.copyOf(tables);
  }
}
