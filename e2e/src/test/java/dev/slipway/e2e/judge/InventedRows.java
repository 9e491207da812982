package dev.slipway.e2e.judge;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.postgres.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A few rows for every table of a database that has none of its own, so that a change is seen to
 * keep them. What a table's rules refuse is left out.
 */
final class InventedRows {

  private static final int ROWS = 3;

  /** Foreign keys decide an order that nobody knows: tables that refuse are tried again. */
  private static final int ROUNDS = 4;

  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname) as relation,
             array_agg(format('%I', a.attname) order by a.attnum) as columns,
             array_agg(case when b.typtype = 'e' then 'e' else b.typcategory::text end
                       order by a.attnum) as categories,
             array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
        join pg_catalog.pg_type t on t.oid = a.atttypid
        join pg_catalog.pg_type b
          on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
       where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
         and n.nspname <> 'information_schema'
       group by 1
       order by 1
      """;

  private record Table(
      String name, List<String> columns, List<String> categories, List<String> types) {}

  private InventedRows() {}

  static void insert(DatabaseUrl url) throws SQLException {
    try (Connection connection = new Postgres().connect(url, "rows");
        Statement statement = connection.createStatement()) {
      List<Table> tables = tables(statement);
      connection.setAutoCommit(false);
      for (int round = 0; round < ROUNDS && !tables.isEmpty(); round++) {
        List<Table> refused = new ArrayList<>();
        for (Table table : tables) {
          if (!insert(connection, statement, table)) {
            refused.add(table);
          }
        }
        tables = refused;
      }
      connection.commit();
    }
  }

  private static List<Table> tables(Statement statement) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(
            new Table(
                row.getString(1),
                texts(row, "columns"),
                texts(row, "categories"),
                texts(row, "types")));
      }
    }
    return tables;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static boolean insert(Connection connection, Statement statement, Table table)
      throws SQLException {
    boolean inserted = false;
    for (int number = 1; number <= ROWS; number++) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < table.columns.size(); i++) {
        values.add(value(table.categories.get(i), table.types.get(i), number));
      }
      Savepoint before = connection.setSavepoint();
      try {
        statement.execute(
            "insert into %s (%s) values (%s)"
                .formatted(
                    table.name, String.join(", ", table.columns), String.join(", ", values)));
        inserted = true;
      } catch (SQLException e) {
        connection.rollback(before);
      }
    }
    return inserted;
  }

  /** By the category of the type (manual, 53.64 pg_type, typcategory). */
  private static String value(String category, String type, int number) {
    return switch (category) {
      case "e" -> "(enum_range(null::%s))[1]".formatted(type);
      case "N" -> "%d::%s".formatted(number, type);
      case "S" -> "'%d'::%s".formatted(number, type);
      case "B" -> number % 2 == 0 ? "false" : "true";
      case "D" -> "('2026-01-0%d 10:00:00Z'::timestamptz)::%s".formatted(number, type);
      case "T" -> "'%d hours'::%s".formatted(number, type);
      case "A" -> "'{}'::" + type;
      case "U" -> other(type, number);
      default -> "null";
    };
  }

  private static String other(String type, int number) {
    return switch (type) {
      case "uuid" -> "'00000000-0000-0000-0000-00000000000%d'".formatted(number);
      case "json", "jsonb" -> "'{\"n\": %d}'".formatted(number);
      case "bytea" -> "'\\x0%d'".formatted(number);
      default -> "null";
    };
  }
}
