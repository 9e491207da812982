package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables that inherit from others, in the words of a definition: what comes from above must be as
 * it is there.
 */
final class DescribedHeirs {

  private final Catalog catalog;

  DescribedHeirs(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The tables that a table inherits from, in their order. */
  List<ObjectId> parentsOf(ObjectId table) {
    return catalog.partsOf(table).stream()
        .filter(Inheritance.class::isInstance)
        .map(Inheritance.class::cast)
        .sorted(Comparator.comparingInt(Inheritance::place))
        .map(Inheritance::of)
        .toList();
  }

  /** Whether every column that a table inherits is as the first of its parents has it. */
  boolean areAsAbove(ObjectId table) {
    List<ObjectId> parents = parentsOf(table);
    return catalog.columnsOf(table).stream()
        .filter(Column::inherited)
        .allMatch(column -> {
          Column above = above(column, parents);
          return above != null && isAlike(column, above);
        });
  }

  private @Nullable Column above(Column column, List<ObjectId> parents) {
    for (ObjectId parent : parents) {
      ObjectId id =
          ObjectId.of(Kind.COLUMN, parent.path().get(0), parent.path().get(1), column.id().name());
      if (catalog.find(id) instanceof Column found) {
        return found;
      }
    }
    return null;
  }

  private boolean isAlike(Column column, Column above) {
    return column.type().equals(above.type())
        && column.notNull() == above.notNull()
        && Objects.equals(column.collation(), above.collation())
        && Objects.equals(column.generated(), above.generated())
        && column.stored() == above.stored()
        && Objects.equals(column.tuning(), above.tuning())
        && Objects.equals(expression(column), expression(above));
  }

  private @Nullable String expression(Column column) {
    return catalog.find(ObjectId.about(Kind.COLUMN_DEFAULT, column.id())) instanceof ColumnDefault d
        ? d.expression()
        : null;
  }

  /** Adds what a table has from its parents by itself, as far as they say it. */
  void addInherited(ObjectId table, Set<ObjectId> objects) {
    List<ObjectId> parents = parentsOf(table);
    for (DatabaseObject part : catalog.partsOf(table)) {
      switch (part) {
        case Inheritance inheritance -> objects.add(inheritance.id());
        case Constraint check -> {
          if (check.inherited() && isSaid(check, parents)) {
            objects.add(check.id());
          }
        }
        default -> {}
      }
    }
  }

  /** A check of a parent is said unless rows may break it. */
  private boolean isSaid(Constraint check, List<ObjectId> parents) {
    return parents.stream()
        .map(parent ->
            ObjectId.of(
                Kind.CONSTRAINT, parent.path().get(0), parent.path().get(1), check.id().name()))
        .anyMatch(id ->
            catalog.find(id) instanceof Constraint above
                && above.validated()
                && !above.notEnforced()
                && above.definition().equals(check.definition()));
  }
}
