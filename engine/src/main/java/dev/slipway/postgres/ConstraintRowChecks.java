package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.util.List;

/** What rows could violate a constraint that they do not have yet. */
final class ConstraintRowChecks {

  private ConstraintRowChecks() {}

  static List<RowCheck> of(Constraint constraint, Catalog from, Catalog to) {
    ObjectId table = constraint.parent();
    // A key that points at others is compared as what both will be.
    if (constraint.type() != Constraint.Type.FOREIGN_KEY
        && !RowChecks.canAsk(constraint, table, from, to)) {
      return List.of();
    }
    return switch (constraint.type()) {
      case PRIMARY_KEY, UNIQUE -> unique(constraint, table);
      case CHECK -> check(constraint, table, from);
      case FOREIGN_KEY -> OrphanRowChecks.of(constraint, table, from, to);
      case EXCLUSION -> ExclusionRowChecks.of(constraint, table, from);
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
}
