package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Extension;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows could refuse a new column, a column that refuses null, or another type. */
final class ColumnRowChecks {

  private ColumnRowChecks() {}

  static List<RowCheck> of(@Nullable Column before, Column after, Catalog from, Catalog to) {
    ObjectId table = after.parent();
    if (!from.has(table)
        || after.generated() != null
        || TableSql.isReadFromElsewhere(table, from)) {
      return List.of();
    }
    if (before == null) {
      return isFilled(after, to) ? List.of() : List.of(noRows(after, from));
    }
    return ofAltered(before, after, "", from, to);
  }

  /**
   * What rows could refuse the way back to another type.
   *
   * @param concerned the condition of rows that are converted; others have their old value
   * @param in the catalog until then
   */
  static List<RowCheck> ofBack(Column before, Column after, String concerned, Catalog in) {
    return ofAltered(before, after, concerned + " and ", in, in);
  }

  /**
   * @param only a condition of rows whose values are converted, with an AND behind it
   */
  private static List<RowCheck> ofAltered(
      Column before, Column after, String only, Catalog from, Catalog to) {
    ObjectId table = after.parent();
    var checks = new ArrayList<RowCheck>();
    String name = Quoting.name(after.id());
    boolean isKnown = before.notNull() && !isUnchecked(before);
    if (!isKnown && after.notNull() && !isUnchecked(after)) {
      checks.add(
          RowChecks.noRow(
              after.id(),
              "no %s of %s is null".formatted(name, table.dotted()),
              table,
              name + " is null",
              List.of(),
              from));
    }
    String misfit = before.type().equals(after.type()) ? null : misfit(before, after, name, to);
    if (misfit != null) {
      checks.add(
          RowChecks.noRow(
              after.id(),
              "each %s of %s fits %s".formatted(name, table.dotted(), after.type()),
              table,
              only + (only.isEmpty() ? misfit : "(" + misfit + ")"),
              List.of(after.id().name()),
              from));
    }
    if (misfit == null && mustBeTried(before, after, from, to)) {
      var conversion = TypeConversion.of(before.type(), after.type());
      checks.add(
          RowChecks.tried(
              after.id(),
              "each %s of %s fits %s".formatted(name, table.dotted(), after.type()),
              table,
              after.id().name(),
              only,
              value -> {
                String using = conversion.using(value, after.type());
                return using == null ? value + "::" + after.type() : using;
              },
              from));
    }
    return checks;
  }

  /**
   * Whether values are converted as only the server can tell. A type that is only to be created, or
   * to become another, can't be tried.
   */
  private static boolean mustBeTried(Column before, Column after, Catalog from, Catalog to) {
    var conversion = TypeConversion.of(before.type(), after.type());
    if (before.type().equals(after.type())
        || conversion.isExact()
        || (conversion.using("x", after.type()) == null && !conversion.after().array())) {
      return false;
    }
    boolean isUsers = conversion.after().base().contains(".");
    return !isUsers
        || (from.all(Extension.class).equals(to.all(Extension.class))
            && to.dependencies().of(after.id()).stream()
                .allMatch(need -> Objects.equals(from.find(need), to.find(need))));
  }

  private static boolean isUnchecked(Column column) {
    return column.notNullAs() != null && column.notNullAs().unchecked();
  }

  private static boolean isFilled(Column column, Catalog to) {
    return !column.notNull()
        || isUnchecked(column)
        || column.identity() != null
        || ColumnSql.defaultOf(column.id(), to) != null;
  }

  private static RowCheck noRows(Column column, Catalog from) {
    ObjectId table = column.parent();
    return RowChecks.noRow(
        column.id(),
        "%s has no rows yet, for its new column %s refuses null and has no default"
            .formatted(table.dotted(), Quoting.name(column.id())),
        table,
        "true",
        List.of(),
        from);
  }

  /** A condition on values that the new type refuses; null where none can be told in SQL. */
  static @Nullable String misfit(Column before, Column after, String name, Catalog to) {
    TypeName type = TypeName.parse(after.type());
    TypeName old = TypeName.parse(before.type());
    if (new TypeConversion(old, type).isExact()) {
      return null;
    }
    if (type.isText() && !old.array()) {
      int length = type.modifiers().isEmpty() ? Integer.MAX_VALUE : type.modifiers().get(0);
      return "pg_catalog.length(pg_catalog.rtrim(%s::text)) > %d".formatted(name, length);
    }
    if (type.isInteger() && old.isNumber()) {
      return old.isInteger()
          ? "%s not between %d and %d".formatted(name, type.least(), type.greatest())
          : "not (%1$s >= %2$d - 0.5 and %1$s < %3$d + 0.5)"
              .formatted(name, type.least(), type.greatest());
    }
    if (type.base().equals("numeric") && !type.array() && old.isNumber()) {
      return tooLarge(name, type);
    }
    return old.isText() ? unreadable(name, type, after, to) : null;
  }

  private static @Nullable String tooLarge(String name, TypeName numeric) {
    if (numeric.modifiers().isEmpty()) {
      return null;
    }
    int scale = numeric.modifiers().size() < 2 ? 0 : numeric.modifiers().get(1);
    String limit =
        BigDecimal.ONE.scaleByPowerOfTen(numeric.modifiers().get(0) - scale).toPlainString();
    return "pg_catalog.abs(pg_catalog.round(%1$s::numeric, %2$d)) >= %3$s and %1$s::numeric <> 'NaN'"
        .formatted(name, scale, limit);
  }

  private static @Nullable String unreadable(String name, TypeName type, Column after, Catalog to) {
    if (type.isInteger()) {
      return name + " !~ '^\\s*[-+]?[0-9]+\\s*$'";
    }
    if (type.base().equals("uuid") && !type.array()) {
      return "pg_catalog.translate(pg_catalog.lower(%s::text), '{}-', '') !~ '^[0-9a-f]{32}$'"
          .formatted(name);
    }
    for (EnumType candidate : to.all(EnumType.class)) {
      boolean isItsType =
          TypeUse.in(to, candidate.id()).stream()
              .anyMatch(use -> !use.array() && use.column().id().equals(after.id()));
      if (isItsType) {
        return name
            + "::text <> all (array["
            + candidate.values().stream().map(Quoting::literal).collect(Collectors.joining(", "))
            + "]::text[])";
      }
    }
    return null;
  }
}
