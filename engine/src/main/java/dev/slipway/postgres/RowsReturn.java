package dev.slipway.postgres;

import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsBack;
import dev.slipway.plan.Parking;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings copied rows back: what the last statement took comes first, and of one statement the
 * tables that others refer to. Triggers of the tables do not fire, since rows come back as they
 * were.
 */
final class RowsReturn {

  private static final Set<String> COUNTED = Set.of("smallint", "integer", "bigint");

  private final Connection connection;
  private final RowsTarget target;
  private final String copies;

  private RowsReturn(Connection connection, RowsTarget target) {
    this.connection = connection;
    this.target = target;
    this.copies = Quoting.qualified(target.copies().place());
  }

  static List<RowsBack> bringBack(Connection connection, List<RowsTable> tables)
      throws SQLException {
    var back = new ArrayList<RowsBack>();
    execute(connection, "set local row_security = off");
    for (RowsTarget target : ReturnOrder.of(connection, tables)) {
      back.add(new RowsReturn(connection, target).bringBack());
    }
    for (RowsTable table : tables) {
      execute(connection, "drop table " + Quoting.qualified(table.place()));
    }
    dropEmptySchema(connection);
    return back;
  }

  private RowsBack bringBack() throws SQLException {
    long[] updated = new long[3];
    var triggers = QuietTriggers.of(connection, target.oid());
    long rounds = rounds();
    for (long round = 1; round <= rounds; round++) {
      update(round, updated);
    }
    long inserted = insert();
    triggers.enable();
    if (inserted > 0) {
      moveSequences();
    }
    RowsTable from = target.copies();
    return new RowsBack(
        new RowsAside(from.place(), from.table(), from.number(), "").object(),
        inserted,
        updated[0],
        updated[1],
        updated[2]);
  }

  /** Rows that were changed more than once by one statement, in batches, go back step by step. */
  private String changed() {
    List<RowsTarget.Value> key = target.key();
    return "(select p.*, "
        + (key.isEmpty()
            ? "1"
            : "pg_catalog.row_number() over (partition by "
                + each(
                    key,
                    value ->
                        "case when "
                            + value.isGiven("p")
                            + " then "
                            + value.given("p")
                            + " else "
                            + value.copiedText("p")
                            + " end",
                    ", ")
                + " order by p."
                + RowsTable.ORDER
                + " desc)")
        + " as slipway_round from "
        + copies
        + " p where p."
        + RowsTable.GIVEN
        + " is not null)";
  }

  private long rounds() throws SQLException {
    return number("select coalesce(pg_catalog.max(c.slipway_round), 0) from " + changed() + " c");
  }

  private void update(long round, long[] counts) throws SQLException {
    List<RowsTarget.Value> settable =
        target.columns().stream().filter(value -> !value.column().isAlways()).toList();
    if (settable.isEmpty()) {
      return;
    }
    String sql =
        "with m as materialized ("
            + (target.key().isEmpty() ? matchedByValues() : matchedByKey(round))
            + "), u as (update "
            + target.only()
            + " t set "
            + each(
                settable,
                value ->
                    Quoting.identifier(value.column().name())
                        + " = case when "
                        + value.isGiven("p")
                        + " then "
                        + value.copied("p")
                        + " else "
                        + value.now("t")
                        + " end",
                ", ")
            + " from "
            + copies
            + " p, m where m.is_since and p."
            + RowsTable.ORDER
            + " = m.n and t.ctid = m.place and t.tableoid = m.part returning 1)"
            + " select (select pg_catalog.count(*) from u),"
            + " (select pg_catalog.count(*) from m where is_since or not is_back),"
            + " (select pg_catalog.count(*) from m),"
            + " (select pg_catalog.count(*) from "
            + changed()
            + " c where c.slipway_round = "
            + round
            + ")";
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        counts[0] += row.getLong(1);
        counts[1] += row.getLong(2) - row.getLong(1);
        counts[2] += row.getLong(4) - row.getLong(3);
      }
    }
  }

  private String matchedByKey(long round) {
    return "select t.ctid as place, t.tableoid as part, p."
        + RowsTable.ORDER
        + " as n, "
        + standing()
        + " from "
        + target.only()
        + " t join "
        + changed()
        + " p on "
        + each(target.key(), value -> value.isSince("t", "p"), " and ")
        + " where p.slipway_round = "
        + round;
  }

  /** Whether a row still has what the statement gave it, and whether it has what it had before. */
  private String standing() {
    return "("
        + each(
            target.columns(),
            value ->
                "(not "
                    + value.isGiven("p")
                    + " or "
                    + value.nowText("t")
                    + " is not distinct from "
                    + value.given("p")
                    + ")",
            " and ")
        + ") as is_since, ("
        + each(
            target.columns(),
            value ->
                "(not "
                    + value.isGiven("p")
                    + " or "
                    + value.nowText("t")
                    + " is not distinct from "
                    + value.copiedText("p")
                    + ")",
            " and ")
        + ") as is_back";
  }

  /** Rows without a key are found by all of their values; of several alike each is taken once. */
  private String matchedByValues() {
    String now = target.texts(value -> value.nowText("t"));
    String since =
        target.texts(value ->
            "case when "
                + value.isGiven("p")
                + " then "
                + value.given("p")
                + " else "
                + value.copiedText("p")
                + " end");
    return "select t.place, t.part, p.n, true as is_since, false as is_back from"
        + " (select t.ctid as place, t.tableoid as part, "
        + now
        + " as texts, pg_catalog.row_number() over (partition by "
        + now
        + " order by t.ctid) as n from "
        + target.only()
        + " t) t join (select p."
        + RowsTable.ORDER
        + " as n, "
        + since
        + " as texts, pg_catalog.row_number() over (partition by "
        + since
        + " order by p."
        + RowsTable.ORDER
        + ") as i from "
        + copies
        + " p where p."
        + RowsTable.GIVEN
        + " is not null) p on p.texts = t.texts and p.i = t.n";
  }

  /** Rows that are there again already were brought back by the script itself. */
  private long insert() throws SQLException {
    List<RowsTarget.Value> key = target.key();
    if (target.columns().isEmpty()) {
      return 0;
    }
    String sql =
        "insert into "
            + Quoting.qualified(target.table())
            + " ("
            + each(target.columns(), value -> Quoting.identifier(value.column().name()), ", ")
            + ") overriding system value select "
            + each(target.columns(), value -> value.copied("p"), ", ")
            + " from "
            + copies
            + " p where p."
            + RowsTable.GIVEN
            + " is null"
            + (key.isEmpty()
                ? ""
                : " and not exists (select from "
                    + target.only()
                    + " t where "
                    + each(key, value -> value.isCopied("t", "p"), " and ")
                    + ") and not exists (select from "
                    + copies
                    + " e where e."
                    + RowsTable.GIVEN
                    + " is null and e."
                    + RowsTable.ORDER
                    + " < p."
                    + RowsTable.ORDER
                    + each(
                        key,
                        value -> " and " + value.copiedText("e") + " = " + value.copiedText("p"),
                        "")
                    + ")")
            + " order by p."
            + RowsTable.ORDER;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      return statement.executeLargeUpdate(sql);
    }
  }

  /** {@code truncate … restart identity} would have keys counted again that are back. */
  private void moveSequences() throws SQLException {
    for (RowsTarget.Value value : target.columns()) {
      if (COUNTED.contains(value.column().type())) {
        String sql =
            "select pg_catalog.setval(s.name, s.top) from (select"
                + " pg_catalog.pg_get_serial_sequence("
                + Quoting.literal(Quoting.qualified(target.table()))
                + ", "
                + Quoting.literal(value.column().name())
                + ")::pg_catalog.regclass as name, (select pg_catalog.max("
                + value.now("t")
                + ") from "
                + target.only()
                + " t) as top) s join pg_catalog.pg_sequence q on q.seqrelid = s.name"
                + " where q.seqincrement > 0"
                + " and s.top > coalesce(pg_catalog.pg_sequence_last_value(s.name), 0)";
        try (Statement statement = connection.createStatement()) {
          statement.setEscapeProcessing(false);
          statement.execute(sql);
        }
      }
    }
  }

  private static String each(
      List<RowsTarget.Value> values, Function<RowsTarget.Value, String> text, String between) {
    return values.stream().map(text).collect(Collectors.joining(between));
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void dropEmptySchema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean isEmpty;
      try (ResultSet row =
          statement.executeQuery(
              """
              select exists (select from pg_catalog.pg_namespace where nspname = 'slipway_parked')
                 and not exists (select from pg_catalog.pg_depend d
                                  where d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                                    and d.refobjid = pg_catalog.to_regnamespace('slipway_parked'))
              """)) {
        row.next();
        isEmpty = row.getBoolean(1);
      }
      if (isEmpty) {
        statement.execute("drop schema " + Quoting.identifier(Parking.SCHEMA));
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
