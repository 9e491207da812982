package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Rule;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.Trigger;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is written row by row, in batches: which tables can be walked without
 * anything else taking notice, and the statement with its directive.
 */
final class BackfillSql {

  /** Within double quotes anything may stand. */
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");

  /** One of certain columns does not fire by the update of another one. */
  private static final Pattern FIRES_BY_UPDATE =
      Pattern.compile(" (?:BEFORE|AFTER) (?:[A-Za-z_, ]+ OR )?UPDATE(?! OF )");

  private BackfillSql() {}

  /**
   * The columns by which a table is walked: those of its primary key, or else of a unique one that
   * is never null; null where there are none, or where to write a row does more than that: where it
   * fires a trigger or a rule, or where row security may hide it.
   *
   * @param column the column that is written; a directive is one line, and can say no name of more
   * @param from the catalog before
   * @param to the catalog after, which must have the key as well
   */
  static @Nullable List<String> key(ObjectId column, Catalog from, Catalog to) {
    ObjectId table = Tables.of(column);
    List<DatabaseObject> parts = from.partsOf(table);
    if (!(from.find(table) instanceof Table plain)
        || plain.isForeign()
        || plain.isPartitioned()
        || plain.forceRowSecurity()
        || column.path().stream().anyMatch(name -> name.lines().count() > 1)
        || !from.inheritorsOf(table).isEmpty()
        || parts.stream().anyMatch(BackfillSql::takesNotice)) {
      return null;
    }
    List<String> found = null;
    for (DatabaseObject part : parts) {
      List<String> columns = keyOf(part);
      boolean isPrimary = part instanceof Constraint c && c.type() == Constraint.Type.PRIMARY_KEY;
      if (columns != null
          && (found == null || isPrimary)
          && part.equals(to.find(part.id()))
          && columns.stream().allMatch(name -> canBeWalked(table, name, from))) {
        found = columns;
      }
    }
    return found;
  }

  private static boolean takesNotice(DatabaseObject part) {
    return part instanceof Rule
        || (part instanceof Trigger trigger
            && trigger.enabled() != Trigger.Enabled.DISABLED
            && FIRES_BY_UPDATE
                .matcher(QUOTED.matcher(trigger.definition()).replaceAll("quoted"))
                .find());
  }

  private static @Nullable List<String> keyOf(DatabaseObject part) {
    return switch (part) {
      case Constraint key
          when key.type() == Constraint.Type.PRIMARY_KEY || key.type() == Constraint.Type.UNIQUE ->
          key.columns();
      case Index index when index.unique() && index.predicate().isEmpty() ->
          index.keys().stream().map(BackfillSql::unquoted).toList();
      default -> null;
    };
  }

  private static String unquoted(String key) {
    return key.startsWith("\"") && key.endsWith("\"") && key.length() > 1
        ? key.substring(1, key.length() - 1).replace("\"\"", "\"")
        : key;
  }

  /** Names that a directive can't say stand for themselves. */
  private static boolean canBeWalked(ObjectId table, String name, Catalog in) {
    return !name.contains(",")
        && name.lines().count() == 1
        && in.find(ObjectId.of(Kind.COLUMN, table.schema(), table.name(), name))
            instanceof Column column
        && column.notNull()
        && (column.notNullAs() == null || !column.notNullAs().unchecked());
  }

  /**
   * The statement with the directive that makes batches of it.
   *
   * @param set what each row gets
   * @param where of which rows
   * @param remaining a condition of rows that are not done; null where nobody can tell
   */
  static Statement update(
      ObjectId table, List<String> key, String set, String where, @Nullable String remaining) {
    String name = Quoting.qualified(ObjectId.of(Kind.COLUMN, table.schema(), table.name(), ""));
    String directive =
        "-- slipway: backfill table="
            + name
            + " key="
            + Quoting.identifiers(key).replace(", ", ",")
            + (remaining == null ? "" : " remaining=" + quoted(remaining));
    return new Statement(
        directive + "\nupdate " + name + " set " + set + " where " + where,
        List.of(new Lock(LockMode.ROW_EXCLUSIVE, table)),
        /* transactional= */ true);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
