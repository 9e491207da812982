package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint with the column that takes the place of another one.
 *
 * @param constraint as it shall be called in the end
 * @param young the same of the new column, under another name; of a key, the name is its index's
 * @param create the statements that make it, or its index
 */
record ConstraintBeside(Constraint constraint, Constraint young, List<Statement> create) {

  /** Such a constraint; null where it can't be made, or told with another column. */
  static @Nullable ConstraintBeside of(
      Constraint constraint, BesideNames names, Catalog from, Catalog to) {
    String definition =
        RenamedColumn.inConstraint(constraint, names.column().name(), names.young().name());
    if (definition == null) {
      return null;
    }
    Constraint young =
        with(
            constraint,
            constraint.type().hasIndex()
                ? OnlineConstraintSql.aside(constraint, from, to)
                : BesideNames.ofConstraint(constraint, from, to),
            definition);
    if (constraint.type().hasIndex()) {
      Statement index = OnlineConstraintSql.index(young, young.id().name());
      return index == null ? null : new ConstraintBeside(constraint, young, List.of(index));
    }
    List<Statement> create = OnlineConstraintSql.create(young, List.of(), to);
    return create == null ? null : new ConstraintBeside(constraint, young, create);
  }

  /** Puts the new one in the place of the old one. */
  List<Statement> exchange(Catalog to) {
    if (constraint.type().hasIndex()) {
      return List.of(OnlineConstraintSql.exchange(constraint, constraint, young.id().name()));
    }
    var statements = new ArrayList<Statement>(new ConstraintSql().drop(constraint));
    statements.addAll(new ConstraintSql().rename(young.id(), constraint.id(), to));
    return statements;
  }

  private static Constraint with(Constraint constraint, String name, String definition) {
    return new Constraint(
        constraint.id().withName(name),
        constraint.type(),
        definition,
        constraint.columns(),
        constraint.references(),
        constraint.referencedColumns(),
        constraint.validated(),
        constraint.inherited(),
        constraint.options(),
        constraint.notEnforced());
  }
}
