package dev.slipway.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of every table at one time, by content.
 *
 * @param tables by table, its columns
 */
record Rows(Map<String, Map<String, Values>> tables) {

  /**
   * The values of a column.
   *
   * @param type the column's type as it is printed
   * @param count how many rows there are
   * @param sum a checksum of the values in whatever order
   */
  record Values(String type, long count, String sum) {}

  /** Copies the map. */
  Rows {
    tables = Map.copyOf(tables);
  }

  private static final String COLUMNS =
      """
      select format('%I.%I', n.nspname, c.relname),
             array_agg(format('%I', a.attname) order by a.attnum),
             array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
         and n.nspname not in ('information_schema', 'slipway')
       group by 1
       order by 1
      """;

  static Rows read(Connection connection) throws SQLException {
    Map<String, Map<String, Values>> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      Map<String, List<String[]>> columns = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery(COLUMNS)) {
        while (rows.next()) {
          List<String[]> list = new ArrayList<>();
          String[] names = (String[]) rows.getArray(2).getArray();
          String[] types = (String[]) rows.getArray(3).getArray();
          for (int i = 0; i < names.length; i++) {
            list.add(new String[] {names[i], types[i]});
          }
          columns.put(rows.getString(1), list);
        }
      }
      for (Map.Entry<String, List<String[]>> table : columns.entrySet()) {
        if (hasRows(statement, table.getKey())) {
          tables.put(table.getKey(), values(statement, table.getKey(), table.getValue()));
        }
      }
    }
    return new Rows(tables);
  }

  private static boolean hasRows(Statement statement, String table) throws SQLException {
    try (ResultSet row = statement.executeQuery("select exists (select from " + table + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Map<String, Values> values(
      Statement statement, String table, List<String[]> columns) throws SQLException {
    Map<String, Values> values = new TreeMap<>();
    for (String[] column : columns) {
      String sql =
          "select count(*), coalesce(sum(pg_catalog.hashtextextended(%1$s::text, 0)::numeric), 0)::text from %2$s"
              .formatted(column[0], table);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        values.put(column[0], new Values(column[1], row.getLong(1), row.getString(2)));
      }
    }
    return values;
  }

  /** The same without the tables and columns that others lack: what was in them is gone. */
  Rows presentIn(Rows others) {
    Map<String, Map<String, Values>> present = new TreeMap<>();
    tables.forEach((table, columns) -> {
      Map<String, Values> kept = new TreeMap<>(columns);
      kept.keySet().retainAll(others.tables.getOrDefault(table, Map.of()).keySet());
      present.put(table, kept);
    });
    return new Rows(present);
  }

  /**
   * What of these rows is not the same later, in tables and columns that are there at both times
   * and whose type did not change; empty when nothing is.
   */
  String changes(Rows later) {
    List<String> changes = new ArrayList<>();
    tables.forEach((table, columns) -> {
      Map<String, Values> now = later.tables.get(table);
      if (now != null) {
        columns.forEach((column, values) -> {
          Values other = now.get(column);
          if (other != null
              && (other.count() != values.count()
                  || (other.type().equals(values.type()) && !other.sum().equals(values.sum())))) {
            changes.add(table + "." + column);
          }
        });
      }
    });
    return String.join(", ", changes);
  }
}
