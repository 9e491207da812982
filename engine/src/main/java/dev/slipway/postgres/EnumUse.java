package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column whose type is an enumerated type or an array of it.
 *
 * @param column the column
 * @param array whether it holds arrays
 */
record EnumUse(Column column, boolean array) {

  /** Every such column of a catalog, but for generated ones, which hold nothing of their own. */
  static List<EnumUse> in(Catalog catalog, ObjectId type) {
    var uses = new ArrayList<EnumUse>();
    for (Column column : catalog.all(Column.class)) {
      if (column.generated() != null) {
        continue;
      }
      if (isNamed(column.type(), type, "")) {
        uses.add(new EnumUse(column, false));
      } else if (isNamed(column.type(), type, "[]")) {
        uses.add(new EnumUse(column, true));
      }
    }
    return uses;
  }

  /** Every such column that is one before and after; what else uses the type, uses it only then. */
  static List<EnumUse> inBoth(Catalog from, Catalog to, ObjectId type) {
    List<EnumUse> after = in(to, type);
    return in(from, type).stream()
        .filter(use -> after.stream().anyMatch(use::isOfSameColumn))
        .toList();
  }

  private boolean isOfSameColumn(EnumUse other) {
    return column.id().equals(other.column.id()) && array == other.array;
  }

  /** Which names get quotes differs between the server's versions and {@link Quoting}. */
  private static boolean isNamed(String printed, ObjectId type, String suffix) {
    for (String schema : spellings(type.schema())) {
      for (String name : spellings(type.name())) {
        if (printed.equals(schema + "." + name + suffix)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> spellings(String name) {
    return List.of(name, '"' + name.replace("\"", "\"\"") + '"');
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
        "no row of %s has %s in %s"
            .formatted(column.parent().dotted(), literals, column.id().name()),
        "select count(*)" + rows,
        "select " + name() + ", count(*)" + rows + " group by 1 order by 2 desc, 1");
  }
}
