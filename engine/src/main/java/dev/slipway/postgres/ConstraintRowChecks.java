package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.util.ArrayList;
import java.util.List;

/** What rows could violate a constraint that they do not have yet. */
final class ConstraintRowChecks {

  private ConstraintRowChecks() {}

  static List<RowCheck> of(Constraint constraint, Catalog from, Catalog to) {
    ObjectId table = constraint.parent();
    if (!RowChecks.canAsk(constraint, table, from, to)) {
      return List.of();
    }
    return switch (constraint.type()) {
      case PRIMARY_KEY, UNIQUE -> unique(constraint, table);
      case CHECK -> check(constraint, table, from);
      case FOREIGN_KEY -> orphans(constraint, table, from);
      case EXCLUSION -> List.of();
    };
  }

  /** That a primary key holds no null is its columns' own question. */
  private static List<RowCheck> unique(Constraint constraint, ObjectId table) {
    if (constraint.definition().contains(" WITHOUT OVERLAPS")) {
      return List.of();
    }
    return List.of(
        RowChecks.noDuplicates(
            constraint.id(),
            table,
            constraint.columns().stream().map(Quoting::identifier).toList(),
            "",
            constraint.definition().startsWith("UNIQUE NULLS NOT DISTINCT ")));
  }

  private static List<RowCheck> check(Constraint constraint, ObjectId table, Catalog from) {
    String definition = constraint.definition();
    int begin = definition.indexOf('(');
    int end = definition.lastIndexOf(')');
    String condition = definition.substring(begin + 1, end);
    return List.of(
        RowChecks.noRow(
            constraint.id(),
            "%s holds for each row of %s".formatted(condition, table.dotted()),
            table,
            "not (" + condition + ")",
            constraint.columns(),
            from));
  }

  private static boolean hasColumns(Catalog catalog, ObjectId table, List<String> columns) {
    return columns.stream()
        .allMatch(name ->
            catalog.has(ObjectId.of(Kind.COLUMN, table.path().get(0), table.path().get(1), name)));
  }

  /**
   * A key that is null in part points nowhere, unless it must match in full. A table that is only
   * created with the key is empty, so that no row may point at it.
   */
  private static List<RowCheck> orphans(Constraint constraint, ObjectId table, Catalog from) {
    ObjectId parent = constraint.references();
    if (parent == null
        || constraint.definition().contains("PERIOD ")
        || (from.has(parent) && !hasColumns(from, parent, constraint.referencedColumns()))) {
      return List.of();
    }
    var isSet = new ArrayList<String>();
    var matches = new ArrayList<String>();
    for (int i = 0; i < constraint.columns().size(); i++) {
      String own = "child." + Quoting.identifier(constraint.columns().get(i));
      isSet.add(own + " is not null");
      matches.add(
          "parent." + Quoting.identifier(constraint.referencedColumns().get(i)) + " = " + own);
    }
    boolean full = constraint.definition().contains(" MATCH FULL");
    String keys = Quoting.identifiers(constraint.columns());
    String rows =
        " from %s as child where (%s)"
            .formatted(Quoting.qualified(table), String.join(full ? " or " : " and ", isSet));
    if (from.has(parent)) {
      rows +=
          " and not exists (select from %s as parent where %s)"
              .formatted(Quoting.qualified(parent), String.join(" and ", matches));
    }
    return List.of(
        new RowCheck(
            constraint.id(),
            List.of(table, parent),
            "each (%s) of %s is in %s".formatted(keys, table.dotted(), parent.dotted()),
            "select count(*)" + rows,
            "select "
                + keys
                + ", count(*) as times"
                + rows
                + " group by "
                + keys
                + " order by times desc, "
                + keys));
  }
}
