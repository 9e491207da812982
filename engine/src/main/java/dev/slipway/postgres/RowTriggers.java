package dev.slipway.postgres;

import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Parking;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Triggers that copy what one statement takes from one table, with the functions that they call.
 *
 * <p>A log has more: what is inserted, so that a row which the statement itself made is not taken
 * for one that was there, and what {@code truncate} removes. {@link RowLog} says what it comes to.
 *
 * <p>They work with the rights of whoever migrates, whatever role the statement runs under, and by
 * names and forms that the script's settings do not change. Values are compared as texts, since not
 * every type has equality.
 */
final class RowTriggers {

  /** A setting that says which statement is being copied. */
  static final String SETTING = "slipway.parking";

  /** Old and new rows are in the same order in both (trigger.c adds them in pairs). */
  private static final String PAIRS =
      """
      from (select pg_catalog.row_number() over () as slipway_parked_n, r.* from slipway_old r) o
      join (select pg_catalog.row_number() over () as slipway_parked_n, r.* from slipway_new r) n
        on n.slipway_parked_n = o.slipway_parked_n
      """;

  private static final String CHANGED =
      """
      cross join lateral (
        select %s as given offset 0) g
      where g.given is not null
      """;

  private final ObjectId place;
  private final ReachedTables.Reached from;
  private final int number;
  private final List<RowsTable.Column> columns;
  private final boolean isLog;
  private final String prefix;

  RowTriggers(
      ObjectId place,
      ReachedTables.Reached from,
      int number,
      List<RowsTable.Column> columns,
      boolean isLog) {
    this.place = place;
    this.isLog = isLog;
    this.from = from;
    this.number = number;
    this.columns = columns;
    this.prefix = prefix(number) + from.oid() + "_";
  }

  /** How the names of all triggers of a statement begin. */
  static String prefix(int number) {
    return "slipway_parked_" + number + "_";
  }

  /** The functions, whose end is that of the triggers. */
  String functions() {
    return (from.updates() ? function("u") : "")
        + (from.deletes() ? " " + function("d") : "")
        + (isLog ? " " + function("i") : "")
        + (isLog && from.truncates() ? " " + function("t") : "");
  }

  private String function(String event) {
    return Quoting.identifier(Parking.SCHEMA) + "." + prefix + event + "()";
  }

  void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (from.updates()) {
        create(statement, "u", "update", from.isOfTree() ? changed("old", "new") : changedAtOnce());
      }
      if (from.deletes()) {
        create(
            statement,
            "d",
            "delete",
            from.isOfTree() ? removed("old", "") : removed("o", " from slipway_old o"));
      }
      if (isLog) {
        create(
            statement,
            "i",
            "insert",
            from.isOfTree() ? made("new", "") : made("n", " from slipway_new n"));
      }
      if (isLog && from.truncates()) {
        String tables = Quoting.qualified(from.table());
        create(
            statement,
            "t",
            "truncate",
            removed("r", " from " + (from.isOfTree() ? "only " : "") + tables + " r"));
      }
    }
  }

  private void create(Statement statement, String sort, String event, String select)
      throws SQLException {
    String body =
        "begin\n  if pg_catalog.current_setting('"
            + SETTING
            + "', true) = '"
            + number
            + "' then\n    insert into "
            + Quoting.qualified(place)
            + " ("
            + RowsTable.GIVEN
            + (event.equals("insert")
                ? ", " + RowLog.MADE
                : columns.stream()
                    .map(column -> ", " + Quoting.identifier(column.name()))
                    .collect(Collectors.joining()))
            + ")\n"
            + select
            + ";\n  end if;\n  return null;\nend\n";
    statement.execute(
        "create function "
            + function(sort)
            + " returns trigger language plpgsql security definer set search_path = pg_catalog"
            + (event.equals("truncate") ? " set row_security = off" : "")
            + TextForms.OF_FUNCTION
            + " as "
            + Quoting.literal(body));
    String trigger = prefix + sort;
    String table = Quoting.qualified(from.table());
    statement.execute(
        "create trigger "
            + trigger
            + (event.equals("truncate") ? " before " : " after ")
            + event
            + " on "
            + table
            + scope(event)
            + " execute function "
            + function(sort));
    // They fire in a session that fires no others, too (session_replication_role).
    statement.execute("alter table " + table + " enable always trigger " + trigger);
  }

  private String scope(String event) {
    if (event.equals("truncate")) {
      return " for each statement";
    }
    if (from.isOfTree()) {
      return " for each row";
    }
    String tables =
        switch (event) {
          case "insert" -> " new table as slipway_new";
          case "update" -> " old table as slipway_old new table as slipway_new";
          default -> " old table as slipway_old";
        };
    return " referencing" + tables + " for each statement";
  }

  private String changedAtOnce() {
    return "select g.given"
        + copied("o")
        + "\n"
        + PAIRS
        + CHANGED.formatted(given("o", "n"))
        + "order by o.slipway_parked_n";
  }

  private String changed(String before, String after) {
    return "select g.given"
        + copied(before)
        + "\nfrom (select 1) one\n"
        + CHANGED.formatted(given(before, after));
  }

  private String removed(String row, String tables) {
    return "select null::pg_catalog.jsonb" + copied(row) + tables;
  }

  private String made(String row, String tables) {
    return "select " + texts(row) + ", true" + tables;
  }

  private String copied(String row) {
    return columns.stream().map(column -> ", " + column.copied(row)).collect(Collectors.joining());
  }

  private String given(String before, String after) {
    return RowDifference.object(
        columns.stream()
            .map(column ->
                new RowDifference.Texts(column.name(), column.text(before), column.text(after)))
            .toList());
  }

  private String texts(String row) {
    return texts(columns, row);
  }

  /** The values of a row as texts, by column. */
  static String texts(List<RowsTable.Column> columns, String row) {
    return columns.stream()
        .map(column -> Quoting.literal(column.name()) + ", " + column.text(row))
        .collect(
            Collectors.joining(", ", "pg_catalog.jsonb_object(array[", "]::pg_catalog.text[])"));
  }
}
