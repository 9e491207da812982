package dev.slipway.postgres;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Share;
import dev.slipway.dialect.Subsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rows by their tableoid and ctid: a row's version stays where it is as long as a snapshot sees it
 * (manual, 5.6 System Columns).
 */
final class PostgresSubsets implements Subsets {

  private static final int FETCH_ROWS = 10_000;

  /** A place within a page has as many bits (manual, 65.6 Database Page Layout); it begins at 1. */
  private static final int ITEM_BITS = 16;

  @Override
  public void choose(
      Connection connection, ObjectId table, List<String> key, Share share, Found found)
      throws SQLException {
    String text =
        key.isEmpty()
            ? "t::pg_catalog.text"
            : key.stream()
                .map(column -> "t." + Quoting.identifier(column) + "::pg_catalog.text")
                .collect(Collectors.joining(", ", "pg_catalog.concat_ws('|', ", ")"));
    String hash = "(pg_catalog.hashtextextended(" + text + ", 0) & 2147483647)";
    String from = "select t.tableoid::bigint, t.ctid::text from " + Quoting.qualified(table) + " t";
    String sql =
        switch (share) {
          case Share.All all -> from;
          case Share.Percent(double percent) ->
              from
                  + " where "
                  + hash
                  + " < 2147483648 * "
                  + String.format(Locale.ROOT, "%.6f", percent / 100)
                  + "::numeric";
          case Share.Rows(long count) ->
              from + " order by " + hash + ", " + text + " limit " + count;
        };
    query(connection, sql, found);
  }

  @Override
  public void parents(Connection connection, Constraint key, Collection<Place> rows, Found found)
      throws SQLException {
    query(connection, parents(key, store(connection, rows)) + in("c", rows), found);
  }

  @Override
  public void parents(Connection connection, Constraint key, Found found) throws SQLException {
    query(connection, parents(key, Quoting.qualified(key.parent())), found);
  }

  private static String parents(Constraint key, String child) {
    return "select distinct p.tableoid::bigint, p.ctid::text from "
        + child
        + " c join "
        + Quoting.qualified(referenced(key))
        + " p on "
        + matching(key);
  }

  @Override
  public void children(Connection connection, Constraint key, Collection<Place> rows, Found found)
      throws SQLException {
    query(
        connection,
        "select distinct c.tableoid::bigint, c.ctid::text from "
            + store(connection, rows)
            + " p join "
            + Quoting.qualified(key.parent())
            + " c on "
            + matching(key)
            + in("p", rows),
        found);
  }

  @Override
  public String reading(ObjectId table, List<String> columns) {
    return "copy (select "
        + Quoting.identifiers(columns)
        + " from "
        + Quoting.qualified(table)
        + ") to stdout";
  }

  @Override
  public String reading(Connection connection, Collection<Place> rows, List<String> columns)
      throws SQLException {
    return "copy (select "
        + Quoting.identifiers(columns)
        + " from "
        + store(connection, rows)
        + " c"
        + in("c", rows)
        + ") to stdout";
  }

  @Override
  public String reading(ObjectId table, List<String> columns, int most) {
    return "copy (select "
        + Quoting.identifiers(columns)
        + " from "
        + Quoting.qualified(table)
        + " limit "
        + most
        + ") to stdout";
  }

  @Override
  public long orphans(Connection connection, Constraint key) throws SQLException {
    String known =
        key.columns().stream()
            .map(column -> "c." + Quoting.identifier(column) + " is not null")
            .collect(Collectors.joining(" and "));
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from "
                    + Quoting.qualified(key.parent())
                    + " c where "
                    + known
                    + " and not exists (select from "
                    + Quoting.qualified(referenced(key))
                    + " p where "
                    + matching(key)
                    + ")")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void empty(Connection connection, List<ObjectId> tables) throws SQLException {
    if (!tables.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            tables.stream()
                .map(Quoting::qualified)
                .collect(Collectors.joining(", ", "truncate ", "")));
      }
    }
  }

  private static ObjectId referenced(Constraint key) {
    ObjectId table = key.references();
    if (table == null) {
      throw new IllegalArgumentException(key.id() + " is no foreign key");
    }
    return table;
  }

  private static String matching(Constraint key) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add(
          "p."
              + Quoting.identifier(key.referencedColumns().get(i))
              + " = c."
              + Quoting.identifier(key.columns().get(i)));
    }
    return String.join(" and ", pairs);
  }

  /** {@code only} a table or partition, by the number that all rows have. */
  private static String store(Connection connection, Collection<Place> rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select "
                    + rows.iterator().next().store()
                    + "::pg_catalog.oid::pg_catalog.regclass::pg_catalog.text")) {
      row.next();
      return "only " + row.getString(1);
    }
  }

  private static String in(String alias, Collection<Place> rows) {
    return rows.stream()
        .map(place -> '"' + ctid(place.row()) + '"')
        .collect(
            Collectors.joining(
                ",", " where " + alias + ".ctid = any ('{", "}'::pg_catalog.tid[])"));
  }

  /** {@code (3,14)} as one number. */
  private static long number(String ctid) {
    int comma = ctid.indexOf(',');
    return Long.parseLong(ctid, 1, comma, 10) << ITEM_BITS
        | Integer.parseInt(ctid, comma + 1, ctid.length() - 1, 10);
  }

  private static String ctid(long number) {
    return "(" + (number >>> ITEM_BITS) + "," + (number & ((1 << ITEM_BITS) - 1)) + ")";
  }

  private static void query(Connection connection, String sql, Found found) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          found.take(new Place(rows.getLong(1), number(rows.getString(2))));
        }
      }
    }
  }
}
