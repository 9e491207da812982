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

/** Questions to rows, as SQL that runs on the target as it is. */
final class RowChecks {

  private RowChecks() {}

  /**
   * Whether everything that an object names is there already and of the same type, so that its
   * expressions mean the same to the rows as they are. Rows that are elsewhere are asked nothing.
   */
  static boolean canAsk(DatabaseObject object, ObjectId table, Catalog from, Catalog to) {
    return from.has(table)
        && !TableSql.isReadFromElsewhere(table, from)
        && to.dependencies().of(object.id()).stream().allMatch(need -> isThere(need, from, to));
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
        on, demand, "select count(*)" + rows, "select " + keys(table, shown, from) + rows);
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
        "each (%s) of %s is there once%s"
            .formatted(list, table.dotted(), predicate.isEmpty() ? "" : " where " + predicate),
        "select count(*) from (select 1" + groups + ") as duplicate",
        "select " + list + ", count(*) as times" + groups + " order by times desc, " + list);
  }

  /** The primary key of a table and further columns, or everything where it has no key. */
  private static String keys(ObjectId table, List<String> shown, Catalog from) {
    Set<String> columns = new LinkedHashSet<>();
    for (DatabaseObject part : from.partsOf(table)) {
      if (part instanceof Constraint key && key.type() == Constraint.Type.PRIMARY_KEY) {
        columns.addAll(key.columns());
      }
    }
    if (columns.isEmpty()) {
      return "*";
    }
    columns.addAll(shown);
    return Quoting.identifiers(List.copyOf(columns));
  }
}
