package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Parking;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table of copies of rows. What it is a copy of stands in its comment: names and numbers of the
 * table and its columns, since both may be renamed before the rows come back.
 *
 * @param place the table of copies
 * @param self its number; a database that was restored from a dump has others
 * @param table where the rows are from
 * @param oid the number of that table
 * @param number the statement that took them
 * @param columns the numbers of the columns there, by their names, in their order
 */
record RowsTable(
    ObjectId place, long self, ObjectId table, long oid, int number, Map<String, Integer> columns) {

  /** The order in which rows were taken. */
  static final String ORDER = "slipway_parked_n";

  /**
   * The values that the statement gave to the row, as texts by column; null where it removed the
   * row.
   */
  static final String GIVEN = "slipway_parked_given";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String COMMENT = "Rows that a migration took: ";

  private static final String FIND =
      """
      select c.oid, c.relname, pg_catalog.obj_description(c.oid, 'pg_class')
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'slipway_parked' and c.relkind = 'r'
         and pg_catalog.obj_description(c.oid, 'pg_class') like 'Rows that a migration took: {%'
       order by c.oid
      """;

  /**
   * One column of the table that rows are taken from.
   *
   * @param name its name
   * @param number its number
   * @param type its type, as the server prints it
   * @param isBuiltIn whether the type can't be dropped, so that a copy may have it
   * @param isAlways whether only the server gives it a value, unless it is overridden
   */
  record Column(String name, int number, String type, boolean isBuiltIn, boolean isAlways) {

    /** The value of a row, as it is copied. */
    String copied(String row) {
      return isBuiltIn ? row + "." + Quoting.identifier(name) : text(row);
    }

    /** The value of a row as text. */
    String text(String row) {
      return row + "." + Quoting.identifier(name) + "::text";
    }
  }

  /** The columns whose values are copied: generated ones are computed again. */
  static List<Column> columns(Connection connection, long oid) throws SQLException {
    var columns = new ArrayList<Column>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select a.attname, a.attnum, pg_catalog.format_type(a.atttypid, a.atttypmod),
                   t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace, a.attidentity = 'a'
              from pg_catalog.pg_attribute a
              join pg_catalog.pg_type t on t.oid = a.atttypid
             where a.attrelid = ?::pg_catalog.oid and a.attnum > 0 and not a.attisdropped
               and a.attgenerated = ''
             order by a.attnum
            """)) {
      statement.setLong(1, oid);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(
              new Column(
                  rows.getString(1),
                  rows.getInt(2),
                  rows.getString(3),
                  rows.getBoolean(4),
                  rows.getBoolean(5)));
        }
      }
    }
    return columns;
  }

  /** What the copies of rows that a statement takes from a table are called. */
  static ObjectId place(String label, int number, ObjectId table) {
    var parking = new Parking(label);
    String rows = "rows" + number;
    return ObjectId.of(
        Kind.TABLE,
        Parking.SCHEMA,
        table.schema().contains("_")
            ? parking.movedName(rows + "_" + table.schema(), table.name())
            : parking.movedName(rows, table.schema() + "_" + table.name()));
  }

  /**
   * Creates the table of copies, where an earlier batch of the statement did not.
   *
   * @param isCompared whether each copy is written anew once it was compared: there is room for
   *     that on its page, so that no index learns of it and the table becomes no larger (manual,
   *     73.7 Heap-Only Tuples)
   */
  static void create(
      Connection connection,
      ObjectId place,
      int number,
      ReachedTables.Reached from,
      List<Column> columns,
      boolean isCompared)
      throws SQLException {
    if (ReachedTables.oid(connection, Quoting.qualified(place)) != null) {
      return;
    }
    String name = Quoting.qualified(place);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(
          "create schema if not exists "
              + Quoting.identifier(Parking.SCHEMA)
              + "; create table "
              + name
              + " ("
              + ORDER
              + " bigint generated always as identity, "
              + GIVEN
              + " jsonb"
              + columns.stream()
                  .map(column ->
                      ", "
                          + Quoting.identifier(column.name())
                          + " "
                          + (column.isBuiltIn() ? column.type() : "text"))
                  .collect(Collectors.joining())
              + ")"
              + (isCompared ? " with (fillfactor = 45)" : ""));
      long self = oidOf(connection, name);
      ObjectNode json = MAPPER.createObjectNode();
      json.put("table", self).put("statement", number).put("oid", from.oid());
      json.put("schema", from.table().schema()).put("name", from.table().name());
      ObjectNode numbers = json.putObject("columns");
      columns.forEach(column -> numbers.put(column.name(), column.number()));
      statement.execute(
          "comment on table " + name + " is " + Quoting.literal(COMMENT + json.toString()));
    }
  }

  private static long oidOf(Connection connection, String name) throws SQLException {
    Long oid = ReachedTables.oid(connection, name);
    if (oid == null) {
      throw new SQLException("the table " + name + " is gone");
    }
    return oid;
  }

  /** Those of some places, the one that was filled last first. */
  static List<RowsTable> find(Connection connection, Set<String> places) throws SQLException {
    var found = new ArrayList<RowsTable>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FIND)) {
      while (rows.next()) {
        ObjectId place = ObjectId.of(Kind.TABLE, Parking.SCHEMA, rows.getString(2));
        if (places.contains(place.dotted())) {
          found.add(read(place, rows.getLong(1), rows.getString(3).substring(COMMENT.length())));
        }
      }
    }
    found.sort((a, b) -> Integer.compare(b.number(), a.number()));
    return found;
  }

  private static RowsTable read(ObjectId place, long self, String text) {
    JsonNode json = MAPPER.readTree(text);
    Map<String, Integer> columns = new LinkedHashMap<>();
    json.path("columns")
        .properties()
        .forEach(entry -> columns.put(entry.getKey(), entry.getValue().asInt()));
    return new RowsTable(
        place,
        self,
        ObjectId.of(Kind.TABLE, json.path("schema").asString(""), json.path("name").asString("")),
        json.path("table").asLong() == self ? json.path("oid").asLong() : 0,
        json.path("statement").asInt(),
        columns);
  }
}
