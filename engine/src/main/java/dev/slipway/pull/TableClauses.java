package dev.slipway.pull;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedForeignKey;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.DefinedTable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Which constraints of a table are written with a column, and which in the constructor. */
final class TableClauses {

  private final Place place;
  private final Places places;

  TableClauses(Place place, Places places) {
    this.place = place;
    this.places = places;
  }

  Place place() {
    return place;
  }

  private DefinedTable table() {
    return place.table();
  }

  boolean isPrimaryKey(String column) {
    DefinedKey key = table().primaryKey();
    return key != null && key.columns().contains(column);
  }

  /** The primary key that is written with a column. */
  @Nullable DefinedKey primaryKeyOf(String column) {
    DefinedKey key = table().primaryKey();
    return key != null && isOwn(key) && key.columns().contains(column) ? key : null;
  }

  /** The unique constraint that is written with a column: the first that is of it alone. */
  @Nullable DefinedKey uniqueOf(String column) {
    return table().uniques().stream()
        .filter(key -> isPlain(key) && key.columns().contains(column) && !isInherited(column))
        .findFirst()
        .orElse(null);
  }

  /** Whether a key is written with its column. */
  boolean isOwn(DefinedKey key) {
    return isPlain(key)
        && !isInherited(key.columns().get(0))
        && (key.equals(table().primaryKey()) || key.equals(uniqueOf(key.columns().get(0))));
  }

  /** A column that comes from another table says nothing but its type. */
  private boolean isInherited(String column) {
    return table().columns().stream()
        .anyMatch(each -> each.name().equals(column) && each.inherited());
  }

  private static boolean isPlain(DefinedKey key) {
    return key.columns().size() == 1
        && key.equals(new DefinedKey(key.name(), key.columns(), /* nullsNotDistinct= */ false));
  }

  /** The foreign key that is written with a column: the first that is of it alone. */
  @Nullable DefinedForeignKey ownReference(String column) {
    return table().foreignKeys().stream()
        .filter(key ->
            key.columns().equals(List.of(column)) && !isInherited(column) && isOfOneType(key))
        .findFirst()
        .orElse(null);
  }

  /** Whether a foreign key is written with its column. */
  boolean isOwn(DefinedForeignKey key) {
    return key.columns().size() == 1 && key.equals(ownReference(key.columns().get(0)));
  }

  /** A column's clause takes only a column of the same Java type. */
  private boolean isOfOneType(DefinedForeignKey key) {
    if (key.targetElsewhere()) {
      return true;
    }
    DefinedTable target = places.of(key.target()).table();
    return javaType(table(), key.columns().get(0))
        .equals(javaType(target, key.targetColumns().get(0)));
  }

  private String javaType(DefinedTable of, String column) {
    ColumnType type =
        of.columns().stream()
            .filter(each -> each.name().equals(column))
            .map(DefinedColumn::type)
            .findFirst()
            .orElseThrow();
    return TypeWord.of(type, places, new SourceText("none")).valueType();
  }

  /** The checks without a name, which are of one column each. */
  List<DefinedCheck> ownChecks(String column) {
    return table().checks().stream()
        .filter(check -> check.name() == null && columnOf(check).equals(column))
        .toList();
  }

  /** The first column that the condition names; it is the only one. */
  private String columnOf(DefinedCheck check) {
    String condition = check.condition().sql(SQLDialect.POSTGRES);
    return table().columns().stream()
        .map(DefinedColumn::name)
        .filter(name ->
            Pattern.compile(
                    "(?<![\\w$\"])\"?"
                        + Pattern.quote(name.replace("\"", "\"\""))
                        + "\"?(?![\\w$\"])")
                .matcher(condition)
                .find())
        .findFirst()
        .orElse(table().columns().get(0).name());
  }

  /** Columns as their fields. */
  static String fields(Place place, List<String> columns) {
    return columns.stream().map(place::field).collect(Collectors.joining(", "));
  }
}
