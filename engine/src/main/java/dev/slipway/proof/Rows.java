package dev.slipway.proof;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows of every table at one time, by content.
 *
 * @param tables by table, its columns by identity
 */
record Rows(Map<ObjectId, Map<ObjectId, Values>> tables) {

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

  /** The rows of foreign tables are elsewhere, so no table is read through to them. */
  private static final String COLUMNS =
      """
      with recursive far as (
        select f.ftrelid as oid from pg_catalog.pg_foreign_table f
        union
        select i.inhparent from far join pg_catalog.pg_inherits i on i.inhrelid = far.oid)
      select n.nspname, c.relname,
             case when c.oid in (select oid from far) then 'only ' else '' end
             || format('%I.%I', n.nspname, c.relname) as quoted,
             array_agg(a.attname::text order by a.attnum) as names,
             array_agg(format('%I', a.attname) order by a.attnum) as quoted_names,
             array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
         and n.nspname not in ('information_schema', 'slipway')
         and not (c.relkind = 'p' and c.oid in (select oid from far))
       group by c.oid, 1, 2
       order by 1, 2
      """;

  private record Columns(
      ObjectId table,
      String quoted,
      List<String> names,
      List<String> quotedNames,
      List<String> types) {}

  static Rows read(Connection connection) throws SQLException {
    Map<ObjectId, Map<ObjectId, Values>> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (Columns columns : columns(statement)) {
        tables.put(columns.table, values(statement, columns));
      }
    }
    return new Rows(tables);
  }

  private static List<Columns> columns(Statement statement) throws SQLException {
    List<Columns> tables = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        tables.add(
            new Columns(
                ObjectId.of(Kind.TABLE, row.getString("nspname"), row.getString("relname")),
                row.getString("quoted"),
                texts(row, "names"),
                texts(row, "quoted_names"),
                texts(row, "types")));
      }
    }
    return tables;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** An empty table is looked at once, not once for each column. */
  private static Map<ObjectId, Values> values(Statement statement, Columns columns)
      throws SQLException {
    boolean isEmpty = isEmpty(statement, columns.quoted);
    Map<ObjectId, Values> values = new TreeMap<>();
    for (int i = 0; i < columns.names.size(); i++) {
      List<String> path = columns.table.path();
      String type = columns.types.get(i);
      values.put(
          ObjectId.of(Kind.COLUMN, path.get(0), path.get(1), columns.names.get(i)),
          isEmpty
              ? new Values(type, 0, "0")
              : values(statement, columns.quoted, columns.quotedNames.get(i), type));
    }
    return values;
  }

  private static boolean isEmpty(Statement statement, String table) throws SQLException {
    try (ResultSet row = statement.executeQuery("select not exists (select from " + table + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Values values(Statement statement, String table, String column, String type)
      throws SQLException {
    String sql =
        """
        select count(*),
               coalesce(sum(pg_catalog.hashtextextended(%s::text, 0)::numeric), 0)::text
          from %s
        """
            .formatted(column, table);
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new Values(type, row.getLong(1), row.getString(2));
    }
  }

  /** The same without the tables and columns that others lack: what was in them is gone. */
  Rows presentIn(Rows others) {
    Map<ObjectId, Map<ObjectId, Values>> present = new TreeMap<>();
    tables.forEach((table, columns) -> {
      Map<ObjectId, Values> kept = new TreeMap<>(columns);
      kept.keySet().retainAll(others.tables.getOrDefault(table, Map.of()).keySet());
      present.put(table, kept);
    });
    return new Rows(present);
  }

  /**
   * What of these rows is not the same later, in tables and columns that are there at both times
   * and whose type did not change; empty when nothing is.
   *
   * @param lost the tables and columns that the plan says it loses
   */
  String changes(Rows later, Set<ObjectId> lost) {
    List<String> changes = new ArrayList<>();
    tables.forEach((table, columns) -> {
      Map<ObjectId, Values> now = later.tables.get(table);
      if (now != null && !lost.contains(table)) {
        columns.forEach((column, values) -> {
          Values other = now.get(column);
          if (other != null && !lost.contains(column) && differs(values, other)) {
            changes.add(column.dotted());
          }
        });
      }
    });
    return String.join(", ", changes);
  }

  private static boolean differs(Values values, Values other) {
    return other.count != values.count
        || (other.type.equals(values.type) && !other.sum.equals(values.sum));
  }
}
