package dev.slipway.postgres;

import dev.slipway.dialect.BatchRange;
import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsCopied;
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
    ReachedTables.Reached table = reached.getFirst();
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
                  + ") select "
                  + columns.stream()
                      .map(column ->
                          Quoting.identifier(column.name()) + (column.isBuiltIn() ? "" : "::text"))
                      .collect(Collectors.joining(", "))
                  + " from "
                  + range.key().table()
                  + " where "
                  + PostgresBatches.condition(range)
                  + " for update");
    }
    role.giveBack();
    return new RowsCopied(aside, from, rows, word.equals("update"));
  }

  /**
   * Keeps what the statement changed or removed.
   *
   * @param changed how many rows it says that it changed or removed
   * @return whether any copy is kept, of this batch or one before
   */
  static boolean after(Connection connection, RowsCopied copied, BatchRange range, long changed)
      throws SQLException {
    RowsTarget target = target(connection, copied.aside());
    if (target == null) {
      throw new SQLException("the table that is walked is gone", NOT_SUPPORTED);
    }
    String place = Quoting.qualified(copied.aside().place());
    String isNew = "p." + RowsTable.ORDER + " > " + copied.from();
    String same =
        target.key().stream()
            .map(value -> value.isCopied("t", "p"))
            .collect(Collectors.joining(" and "));
    var role = OwnRole.take(connection);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
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
              + same
              + " where "
              + isNew
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
      long gone =
          number(
              statement,
              "select pg_catalog.count(*) from "
                  + place
                  + " p where "
                  + isNew
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
      boolean isKept =
          number(statement, "select pg_catalog.count(*) from (select from " + place + " limit 1) p")
              > 0;
      if (!isKept) {
        statement.execute("drop table " + place);
      }
      role.giveBack();
      return isKept;
    }
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
