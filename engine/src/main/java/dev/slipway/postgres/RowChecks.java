package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Questions to rows, as SQL that runs on the target as it is. */
final class RowChecks {

  /** So many rows are remembered that refuse. */
  private static final int SAMPLES = 5;

  private RowChecks() {}

  /**
   * Whether everything that an object names is there already and of the same type, so that its
   * expressions mean the same to the rows as they are. Rows that are elsewhere are asked nothing.
   */
  static boolean canAsk(DatabaseObject object, ObjectId table, Catalog from, Catalog to) {
    return canAskBesides(List.of(), object, table, from, to);
  }

  /**
   * The same, where some columns may be of another type.
   *
   * @param known the columns whose values are converted by the question itself
   */
  static boolean canAskBesides(
      List<ObjectId> known, DatabaseObject object, ObjectId table, Catalog from, Catalog to) {
    return from.has(table)
        && !TableSql.isReadFromElsewhere(table, from)
        && to.dependencies().of(object.id()).stream()
            .allMatch(need -> known.contains(need) || isThere(need, from, to));
  }

  private static boolean isThere(ObjectId need, Catalog from, Catalog to) {
    if (from.find(need) instanceof Column now && to.find(need) instanceof Column then) {
      return now.type().equals(then.type());
    }
    return from.has(need);
  }

  /**
   * That no row satisfies a condition.
   *
   * @param shown columns that are shown beside the primary key
   */
  static RowCheck noRow(
      ObjectId on,
      String demand,
      ObjectId table,
      String condition,
      List<String> shown,
      Catalog from) {
    String rows = " from " + Quoting.qualified(table) + " where " + condition;
    return new RowCheck(
        on,
        List.of(table),
        demand,
        "select count(*)" + rows,
        "select " + keys(table, shown, from) + rows);
  }

  /**
   * That a value can be made of each row's. Whether one can, only trying tells: no version before
   * 16 has a function for it, and none for casts that are no reading of a text.
   *
   * <p>An anonymous block may run in a transaction that writes nothing, and so may its exceptions
   * and settings (manual, DO; SET TRANSACTION).
   *
   * @param column the column whose values are tried
   * @param only a condition of the rows that are tried, with an AND behind it; empty for all
   * @param made makes the value of the column's expression
   */
  static RowCheck tried(
      ObjectId on,
      String demand,
      ObjectId table,
      String column,
      String only,
      UnaryOperator<String> made,
      Catalog from) {
    List<String> columns = keyOf(table, List.of(column), from);
    String name = Quoting.identifier(column);
    String block =
        """
        declare
          row_tried record;
          refused bigint := 0;
          samples jsonb := '[]';
        begin
          for row_tried in select %s from %s as tried where %stried.%s is not null loop
            begin
              perform %s;
            exception when others then
              refused := refused + 1;
              if refused <= %d then
                samples := samples || pg_catalog.to_jsonb(row_tried);
              end if;
            end;
          end loop;
          perform pg_catalog.set_config('slipway.refused', refused::text, true);
          perform pg_catalog.set_config('slipway.samples', samples::text, true);
        end
        """
            .formatted(
                columns.stream()
                    .map(shown -> "tried." + Quoting.identifier(shown))
                    .collect(Collectors.joining(", ")),
                Quoting.qualified(table),
                only,
                name,
                made.apply("row_tried." + name),
                SAMPLES);
    String shown =
        columns.stream()
            .map(key -> "sample ->> " + Quoting.literal(key) + " as " + Quoting.identifier(key))
            .collect(Collectors.joining(", "));
    return new RowCheck(
        on,
        List.of(table),
        demand,
        "do " + Quoting.literal(block),
        "select pg_catalog.current_setting('slipway.refused')::bigint",
        "select "
            + shown
            + " from pg_catalog.jsonb_array_elements("
            + "pg_catalog.current_setting('slipway.samples')::jsonb) as sample");
  }

  /**
   * That no two rows have the same key.
   *
   * @param keys the columns and expressions of the key as SQL
   * @param predicate which rows count; empty for all
   */
  static RowCheck noDuplicates(
      ObjectId on, ObjectId table, List<String> keys, String predicate, boolean nullsNotDistinct) {
    String list = String.join(", ", keys);
    var conditions = new LinkedHashSet<String>();
    if (!nullsNotDistinct) {
      keys.forEach(key -> conditions.add(key + " is not null"));
    }
    if (!predicate.isEmpty()) {
      conditions.add("(" + predicate + ")");
    }
    String groups =
        " from "
            + Quoting.qualified(table)
            + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
            + " group by "
            + list
            + " having count(*) > 1";
    return new RowCheck(
        on,
        List.of(table),
        "each (%s) of %s is there once%s"
            .formatted(list, table.dotted(), predicate.isEmpty() ? "" : " where " + predicate),
        "select count(*) from (select 1" + groups + ") as duplicate",
        "select " + list + ", count(*) as times" + groups + " order by times desc, " + list);
  }

  /** The primary key of a table and further columns, or everything where it has no key. */
  private static String keys(ObjectId table, List<String> shown, Catalog from) {
    List<String> columns = keyOf(table, List.of(), from);
    return columns.isEmpty() ? "*" : Quoting.identifiers(keyOf(table, shown, from));
  }

  /** The columns of the primary key, if there is one, and further columns. */
  static List<String> keyOf(ObjectId table, List<String> shown, Catalog from) {
    Set<String> columns = new LinkedHashSet<>();
    for (DatabaseObject part : from.partsOf(table)) {
      if (part instanceof Constraint key && key.type() == Constraint.Type.PRIMARY_KEY) {
        columns.addAll(key.columns());
      }
    }
    columns.addAll(shown);
    return List.copyOf(columns);
  }
}
