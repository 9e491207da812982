package dev.slipway.postgres;

import dev.slipway.dialect.BatchRange;
import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsCopied;
import dev.slipway.dialect.RowsCounted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies the rows of a batch before its statement and compares them after it, so that a table which
 * is walked while others work with it is locked row by row alone.
 */
final class BatchCopy {

  /** SQLSTATE of a batch that is tried again: others added rows in the middle of it. */
  private static final String AGAIN = "40001";

  private static final String NOT_SUPPORTED = "0A000";

  /** Where a row was that a class is handed. It stays in the copies, where nothing asks for it. */
  private static final String PLACE = "slipway_parked_place";

  private BatchCopy() {}

  /**
   * Copies and locks the rows of a batch.
   *
   * @return null where that does not fit the statement, and triggers have to do it: it reaches
   *     other tables too, or nothing tells one row of the table from another
   */
  static @Nullable RowsCopied before(
      Connection connection, String sql, BatchRange range, String label, int number)
      throws SQLException {
    String word = Words.first(sql, 1).at(0);
    List<ReachedTables.Reached> reached = ReachedTables.of(connection, sql);
    Long walked = ReachedTables.oid(connection, range.table());
    if (!Set.of("update", "delete").contains(word)
        || reached.size() != 1
        || reached.getFirst().isOfTree()
        || walked == null
        || walked != reached.getFirst().oid()) {
      return null;
    }
    return before(
        connection, reached.getFirst(), range, label, number, word.equals("update"), false);
  }

  /** The same for a class that is handed rows, of which nobody knows what it does to them. */
  static @Nullable RowsCopied before(
      Connection connection, BatchRange range, String label, int number) throws SQLException {
    ReachedTables.Reached table = ReachedTables.named(connection, range.table());
    return table == null || table.isOfTree()
        ? null
        : before(connection, table, range, label, number, false, true);
  }

  private static @Nullable RowsCopied before(
      Connection connection,
      ReachedTables.Reached table,
      BatchRange range,
      String label,
      int number,
      boolean isUpdate,
      boolean isHanded)
      throws SQLException {
    List<RowsTable.Column> columns = RowsTable.columns(connection, table.oid());
    var aside =
        new RowsAside(RowsTable.place(label, number, table.table()), table.table(), number, "");
    var role = OwnRole.take(connection);
    RowsTable.create(connection, aside.place(), number, table, columns);
    String place = Quoting.qualified(aside.place());
    RowsTarget target = target(connection, aside);
    if (target == null || target.key().isEmpty()) {
      role.giveBack();
      return null;
    }
    long from;
    long rows;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (isHanded) {
        statement.execute(
            "alter table " + place + " add column if not exists " + PLACE + " pg_catalog.tid");
      }
      statement.execute(
          "create unique index if not exists "
              + Quoting.identifier(aside.place().name() + "_n")
              + " on "
              + place
              + " ("
              + RowsTable.ORDER
              + ")");
      from =
          number(
              statement,
              "select coalesce(pg_catalog.max(" + RowsTable.ORDER + "), 0) from " + place);
      statement.execute("set local row_security = off");
      rows =
          statement.executeLargeUpdate(
              "insert into "
                  + place
                  + " ("
                  + columns.stream()
                      .map(column -> Quoting.identifier(column.name()))
                      .collect(Collectors.joining(", "))
                  + (isHanded ? ", " + PLACE : "")
                  + ") select "
                  + columns.stream()
                      .map(column ->
                          Quoting.identifier(column.name()) + (column.isBuiltIn() ? "" : "::text"))
                      .collect(Collectors.joining(", "))
                  + (isHanded ? ", ctid" : "")
                  + " from "
                  + range.key().table()
                  + " where "
                  + PostgresBatches.condition(range)
                  + " for update");
    }
    role.giveBack();
    return new RowsCopied(aside, from, rows, isUpdate);
  }

  /**
   * Keeps what the statement changed or removed.
   *
   * @param changed how many rows it says that it changed or removed
   * @return whether any copy is kept, of this batch or one before
   */
  static boolean after(Connection connection, RowsCopied copied, BatchRange range, long changed)
      throws SQLException {
    var role = OwnRole.take(connection);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      compare(connection, statement, copied);
      long gone =
          number(
              statement,
              "select pg_catalog.count(*) from "
                  + place(copied)
                  + " p where "
                  + isNew(copied)
                  + " and p."
                  + RowsTable.GIVEN
                  + " is null");
      if (copied.isUpdate() && gone > 0) {
        throw new SQLException(
            "the statement changes the key by which rows are found again, so that they can't be"
                + " parked (\"-- slipway: parked: off\" before it waives that)",
            NOT_SUPPORTED);
      }
      long there =
          number(
              statement,
              "select pg_catalog.count(*) from "
                  + range.key().table()
                  + " where "
                  + PostgresBatches.condition(range));
      boolean isSame = copied.isUpdate() ? there == copied.rows() : gone == changed;
      if (!isSame) {
        throw new SQLException("others added rows to the batch while it ran", AGAIN);
      }
      boolean isKept = isKept(statement, copied);
      role.giveBack();
      return isKept;
    }
  }

  /** Keeps what a class changed or removed of the rows that it was handed. */
  static boolean keep(Connection connection, RowsCopied copied) throws SQLException {
    var role = OwnRole.take(connection);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      compare(connection, statement, copied);
      boolean isKept = isKept(statement, copied);
      role.giveBack();
      return isKept;
    }
  }

  /**
   * Whether the changes of the walked table that the server counted are those of its copied rows: a
   * row that was changed once is at another place now, and one that was removed is gone.
   */
  static boolean isWhole(
      Connection connection, RowsCopied copied, BatchRange range, RowsCounted before)
      throws SQLException {
    RowsTarget target = require(connection, copied);
    var role = OwnRole.take(connection);
    long updated = 0;
    long deleted = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("set local row_security = off");
      try (ResultSet row =
          statement.executeQuery(
              "select pg_catalog.count(*) filter (where t.ctid <> p."
                  + PLACE
                  + "), pg_catalog.count(*) filter (where t.ctid is null) from "
                  + place(copied)
                  + " p left join "
                  + target.only()
                  + " t on "
                  + same(target)
                  + " where "
                  + isNew(copied))) {
        row.next();
        updated -= row.getLong(1);
        deleted -= row.getLong(2);
      }
      try (ResultSet rows =
          statement.executeQuery(
              "select t.relid::pg_catalog.oid,"
                  + " pg_catalog.pg_stat_get_xact_tuples_updated(t.relid),"
                  + " pg_catalog.pg_stat_get_xact_tuples_deleted(t.relid) from (select "
                  + target.oid()
                  + "::pg_catalog.oid as relid union select p.relid from"
                  + " pg_catalog.pg_partition_tree("
                  + target.oid()
                  + ") p) t")) {
        while (rows.next()) {
          RowsCounted.Count was =
              before.tables().getOrDefault(rows.getLong(1), new RowsCounted.Count(0, 0, 0));
          updated += rows.getLong(2) - was.updated();
          deleted += rows.getLong(3) - was.deleted();
        }
      }
    }
    role.giveBack();
    return updated == 0 && deleted == 0;
  }

  private static void compare(Connection connection, Statement statement, RowsCopied copied)
      throws SQLException {
    RowsTarget target = require(connection, copied);
    String place = place(copied);
    statement.execute("set local row_security = off");
    statement.execute(
        "with c as (select p."
            + RowsTable.ORDER
            + " as n, (select pg_catalog.jsonb_object_agg(e.key, e.value) from (select "
            + target.texts(value -> value.copiedText("p"))
            + " as texts offset 0) b, pg_catalog.jsonb_each("
            + target.texts(value -> value.nowText("t"))
            + ") e where e.value is distinct from b.texts -> e.key) as given from "
            + place
            + " p join "
            + target.only()
            + " t on "
            + same(target)
            + " where "
            + isNew(copied)
            + "), d as (delete from "
            + place
            + " p using c where p."
            + RowsTable.ORDER
            + " = c.n and c.given is null) update "
            + place
            + " p set "
            + RowsTable.GIVEN
            + " = c.given from c where p."
            + RowsTable.ORDER
            + " = c.n and c.given is not null");
  }

  private static boolean isKept(Statement statement, RowsCopied copied) throws SQLException {
    String place = place(copied);
    boolean isKept =
        number(statement, "select pg_catalog.count(*) from (select from " + place + " limit 1) p")
            > 0;
    if (!isKept) {
      statement.execute("drop table " + place);
    }
    return isKept;
  }

  private static RowsTarget require(Connection connection, RowsCopied copied) throws SQLException {
    RowsTarget target = target(connection, copied.aside());
    if (target == null) {
      throw new SQLException("the table that is walked is gone", NOT_SUPPORTED);
    }
    return target;
  }

  private static String place(RowsCopied copied) {
    return Quoting.qualified(copied.aside().place());
  }

  private static String isNew(RowsCopied copied) {
    return "p." + RowsTable.ORDER + " > " + copied.from();
  }

  private static String same(RowsTarget target) {
    return target.key().stream()
        .map(value -> value.isCopied("t", "p"))
        .collect(Collectors.joining(" and "));
  }

  private static @Nullable RowsTarget target(Connection connection, RowsAside aside)
      throws SQLException {
    List<RowsTable> tables = RowsTable.find(connection, Set.of(aside.place().dotted()));
    return tables.isEmpty() ? null : RowsTarget.of(connection, tables.getFirst());
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
