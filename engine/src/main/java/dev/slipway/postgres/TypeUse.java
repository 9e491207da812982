package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column whose type is one of the user's, or an array of it.
 *
 * @param column the column
 * @param array whether it holds arrays
 */
record TypeUse(Column column, boolean array) {

  /** Every such column of a catalog, but for generated ones, which hold nothing of their own. */
  static List<TypeUse> in(Catalog catalog, ObjectId type) {
    var uses = new ArrayList<TypeUse>();
    for (ObjectId dependent : catalog.dependencies().dependentsOf(type)) {
      if (catalog.find(dependent) instanceof Column column && column.generated() == null) {
        if (PrintedType.isNamed(column.type(), type, "")) {
          uses.add(new TypeUse(column, false));
        } else if (PrintedType.isNamed(column.type(), type, "[]")) {
          uses.add(new TypeUse(column, true));
        }
      }
    }
    return uses;
  }

  /**
   * Every such column that is one before and after; what else uses the type, uses it only then. The
   * values of foreign tables are elsewhere.
   */
  static List<TypeUse> inBoth(Catalog from, Catalog to, ObjectId type) {
    List<TypeUse> after = in(to, type);
    return in(from, type).stream()
        .filter(use -> !TableSql.isReadFromElsewhere(use.column.parent(), from))
        .filter(use -> after.stream().anyMatch(use::isOfSameColumn))
        .toList();
  }

  private boolean isOfSameColumn(TypeUse other) {
    return column.id().equals(other.column.id()) && array == other.array;
  }

  /** The name of the column for statements about its table. */
  String name() {
    return Quoting.name(column.id());
  }

  /** That no row has one of some values. */
  RowCheck without(List<String> values) {
    String literals = values.stream().map(Quoting::literal).collect(Collectors.joining(", "));
    String condition =
        array
            ? name() + "::text[] && array[" + literals + "]::text[]"
            : name() + "::text in (" + literals + ")";
    String rows = " from " + Quoting.qualified(column.id()) + " where " + condition;
    return new RowCheck(
        column.id(),
        List.of(column.parent()),
        "no row of %s has %s in %s"
            .formatted(column.parent().dotted(), literals, column.id().name()),
        "select count(*)" + rows,
        "select " + name() + ", count(*)" + rows + " group by 1 order by 2 desc, 1");
  }
}
