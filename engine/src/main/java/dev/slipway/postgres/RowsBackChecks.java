package dev.slipway.postgres;

import dev.slipway.plan.RowCheck;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to hold for copied rows to come back: their keys are free, their targets are there. */
final class RowsBackChecks {

  private static final String FOREIGN_KEYS =
      """
      select pg_catalog.array_to_string(k.conkey, ' '), k.confrelid, n.nspname, c.relname,
             (select pg_catalog.array_agg(a.attname::text order by u.place)
                from pg_catalog.unnest(k.confkey) with ordinality u(attnum, place)
                join pg_catalog.pg_attribute a
                  on a.attrelid = k.confrelid and a.attnum = u.attnum)
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_class c on c.oid = k.confrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where k.contype = 'f' and k.conrelid = ?::pg_catalog.oid
         and not exists (select from pg_catalog.pg_constraint p
                          where p.oid = k.conparentid and p.conrelid = k.conrelid)
       order by k.conname
      """;

  private final Connection connection;
  private final List<RowsTarget> all;

  private RowsBackChecks(Connection connection, List<RowsTarget> all) {
    this.connection = connection;
    this.all = all;
  }

  static List<RowCheck> of(Connection connection, List<RowsTable> tables) throws SQLException {
    var checks = new RowsBackChecks(connection, ReturnOrder.of(connection, tables));
    var found = new ArrayList<RowCheck>();
    for (RowsTarget target : checks.all) {
      checks.keys(target, found);
      checks.references(target, found);
    }
    return found;
  }

  private void keys(RowsTarget target, List<RowCheck> found) throws SQLException {
    for (List<RowsTarget.Value> key : target.keys()) {
      if (key.isEmpty()) {
        continue;
      }
      String where =
          " from "
              + Quoting.qualified(target.copies().place())
              + " p where p."
              + RowsTable.GIVEN
              + " is null and exists (select from "
              + target.only()
              + " t where "
              + each(key, value -> value.isCopied("t", "p"), " and ")
              + changedBack(target, key)
              + ")";
      found.add(
          check(
              target,
              "no row that is there now has " + names(key) + " of a row that comes back",
              where,
              key));
    }
  }

  /** What has the key only until it gets its old one back does not stand in the way. */
  private String changedBack(RowsTarget target, List<RowsTarget.Value> key) throws SQLException {
    var text = new StringBuilder();
    for (RowsTarget other : all) {
      String changed =
          " from "
              + Quoting.qualified(other.copies().place())
              + " b where b."
              + RowsTable.GIVEN
              + " is not null and ("
              + each(key, value -> value.isGiven("b"), " or ")
              + ")";
      if (other.oid() == target.oid() && !other.key().isEmpty() && isThere(changed)) {
        text.append(" and not exists (select").append(changed).append(" and ");
        text.append(each(other.key(), value -> value.isSince("t", "b"), " and ")).append(')');
      }
    }
    return text.toString();
  }

  private boolean isThere(String from) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery("select exists (select" + from + ")")) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private void references(RowsTarget target, List<RowCheck> found) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FOREIGN_KEYS)) {
      statement.setLong(1, target.oid());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<RowsTarget.Value> from = named(target, rows.getString(1));
          if (from != null) {
            String[] to = (String[]) rows.getArray(5).getArray();
            String table =
                Quoting.identifier(rows.getString(3)) + "." + Quoting.identifier(rows.getString(4));
            found.add(reference(target, from, rows.getLong(2), table, Arrays.asList(to)));
          }
        }
      }
    }
  }

  private RowCheck reference(
      RowsTarget target,
      List<RowsTarget.Value> from,
      long referenced,
      String table,
      List<String> to) {
    var where = new StringBuilder(" from ");
    where.append(Quoting.qualified(target.copies().place())).append(" p where (p.");
    where.append(RowsTable.GIVEN).append(" is null or ");
    where.append(each(from, value -> value.isGiven("p"), " or ")).append(')');
    for (RowsTarget.Value value : from) {
      where.append(" and ").append(value.copied("p")).append(" is not null");
    }
    where.append(" and not exists (select from ").append(table).append(" r where ");
    for (int i = 0; i < to.size(); i++) {
      where.append(i == 0 ? "r." : " and r.").append(Quoting.identifier(to.get(i)));
      where.append("::text = ").append(from.get(i).copiedText("p"));
    }
    where.append(')');
    for (RowsTarget other : all) {
      List<RowsTarget.Value> there = to.stream().map(name -> column(other, name)).toList();
      if (other.oid() == referenced && !there.contains(null)) {
        where.append(" and not exists (select from ");
        where.append(Quoting.qualified(other.copies().place())).append(" c where ");
        for (int i = 0; i < to.size(); i++) {
          where.append(i == 0 ? "" : " and ").append(there.get(i).copiedText("c"));
          where.append(" = ").append(from.get(i).copiedText("p"));
        }
        where.append(')');
      }
    }
    return check(
        target,
        "the row of "
            + table
            + " that "
            + names(from)
            + " of a row that comes back refers to is there",
        where.toString(),
        from);
  }

  private static RowsTarget.@Nullable Value column(RowsTarget target, String name) {
    return target.columns().stream()
        .filter(value -> value.column().name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Null where the copies lack one of them. */
  private static @Nullable List<RowsTarget.Value> named(RowsTarget target, String numbers) {
    var values = new ArrayList<RowsTarget.Value>();
    for (String number : numbers.split(" ")) {
      target.columns().stream()
          .filter(value -> String.valueOf(value.column().number()).equals(number))
          .forEach(values::add);
    }
    return values.size() == numbers.split(" ").length ? values : null;
  }

  private static RowCheck check(
      RowsTarget target, String demand, String where, List<RowsTarget.Value> shown) {
    return new RowCheck(
        target.table(),
        List.of(target.table()),
        demand,
        "select pg_catalog.count(*)" + where,
        "select " + each(shown, value -> value.copied("p"), ", ") + where);
  }

  private static String names(List<RowsTarget.Value> values) {
    return values.stream()
        .map(value -> value.column().name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String each(
      List<RowsTarget.Value> values, Function<RowsTarget.Value, String> text, String between) {
    return values.stream().map(text).collect(Collectors.joining(between));
  }
}
