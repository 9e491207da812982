package dev.slipway.postgres;

import dev.slipway.dialect.BatchParking;
import dev.slipway.dialect.BatchRange;
import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsCopied;
import dev.slipway.dialect.RowsCounted;
import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies the rows of a batch before its statement and compares them after it, so that a table which
 * is walked while others work with it is locked row by row alone.
 *
 * <p>The rows are locked from the copy to the commit: so each side of the statement takes as few
 * round trips as it can.
 */
final class PostgresBatchParking implements BatchParking {

  /** SQLSTATE of a batch that is tried again: others added rows in the middle of it. */
  private static final String AGAIN = "40001";

  private static final String NOT_SUPPORTED = "0A000";

  /** Where a row was that a class is handed. It stays in the copies, where nothing asks for it. */
  private static final String PLACE = "slipway_parked_place";

  private static final String ALL_ROWS = "set local row_security = off; ";

  private final Connection connection;
  private final String label;
  private final int number;
  private @Nullable WalkedTable walked;
  private long worked;

  PostgresBatchParking(Connection connection, String label, int number) {
    this.connection = connection;
    this.label = label;
    this.number = number;
  }

  /** It fits an update or delete of the walked table alone, whose rows a key tells apart. */
  @Override
  public @Nullable RowsCopied copy(ScriptStatement statement, BatchRange range)
      throws SQLException {
    String word = Words.first(statement.sql(), 1).at(0);
    boolean isUpdate = word.equals("update");
    if (!isUpdate && !word.equals("delete")) {
      return null;
    }
    WalkedTable known = known(range);
    if (known != null) {
      return copied(known, range, isUpdate, false);
    }
    List<ReachedTables.Reached> reached = ReachedTables.of(connection, statement.sql());
    Long oid = ReachedTables.oid(connection, range.table());
    if (reached.size() != 1
        || reached.getFirst().isOfTree()
        || oid == null
        || oid != reached.getFirst().oid()) {
      return null;
    }
    return first(reached.getFirst(), range, isUpdate, false);
  }

  /** Of a class nobody knows what it does to the rows that it is handed. */
  @Override
  public @Nullable RowsCopied copyHanded(BatchRange range) throws SQLException {
    WalkedTable known = known(range);
    if (known != null) {
      return copied(known, range, false, true);
    }
    ReachedTables.Reached table = ReachedTables.named(connection, range.table());
    return table == null || table.isOfTree() ? null : first(table, range, false, true);
  }

  private @Nullable WalkedTable known(BatchRange range) throws SQLException {
    if (walked != null && !walked.isSame(connection, range.table())) {
      walked = null;
    }
    return walked;
  }

  private @Nullable RowsCopied first(
      ReachedTables.Reached table, BatchRange range, boolean isUpdate, boolean isHanded)
      throws SQLException {
    List<RowsTable.Column> columns = RowsTable.columns(connection, table.oid());
    var aside =
        new RowsAside(RowsTable.place(label, number, table.table()), table.table(), number, "");
    var role = OwnRole.take(connection);
    RowsTable.create(connection, aside.place(), number, table, columns, true);
    List<RowsTable> copies = RowsTable.find(connection, Set.of(aside.place().dotted()));
    RowsTarget target = copies.isEmpty() ? null : RowsTarget.of(connection, copies.getFirst());
    if (target == null || target.key().isEmpty()) {
      role.giveBack();
      return null;
    }
    String place = Quoting.qualified(aside.place());
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(
          (isHanded
                  ? "alter table "
                      + place
                      + " add column if not exists "
                      + PLACE
                      + " pg_catalog.tid; "
                  : "")
              + "create unique index if not exists "
              + Quoting.identifier(aside.place().name() + "_n")
              + " on "
              + place
              + " ("
              + RowsTable.ORDER
              + ")");
    }
    role.giveBack();
    walked = WalkedTable.of(connection, range.table(), aside, columns, target);
    return copied(walked, range, isUpdate, isHanded);
  }

  private RowsCopied copied(WalkedTable known, BatchRange range, boolean isUpdate, boolean isHanded)
      throws SQLException {
    String place = Quoting.qualified(known.aside().place());
    var role = OwnRole.take(connection);
    long from;
    long to;
    long rows;
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      String last = "select coalesce(pg_catalog.max(" + RowsTable.ORDER + "), 0) from " + place;
      statement.execute(
          ALL_ROWS
              + last
              + "; insert into "
              + place
              + " ("
              + known.columns().stream()
                  .map(column -> Quoting.identifier(column.name()))
                  .collect(Collectors.joining(", "))
              + (isHanded ? ", " + PLACE : "")
              + ") select "
              + known.columns().stream()
                  .map(column ->
                      Quoting.identifier(column.name()) + (column.isBuiltIn() ? "" : "::text"))
                  .collect(Collectors.joining(", "))
              + (isHanded ? ", ctid" : "")
              + " from "
              + range.key().table()
              + " where "
              + PostgresBatches.condition(range)
              + " for update; "
              + last);
      from = nextNumber(statement);
      statement.getMoreResults();
      rows = statement.getLargeUpdateCount();
      to = nextNumber(statement);
    }
    worked = System.nanoTime() - start;
    role.giveBack();
    return new RowsCopied(known.aside(), from, to, rows, isUpdate);
  }

  @Override
  public boolean compare(RowsCopied copied, BatchRange range, long changed) throws SQLException {
    Compared compared =
        compared(
            copied,
            known().target(),
            "(select pg_catalog.count(*) from "
                + range.key().table()
                + " where "
                + PostgresBatches.condition(range)
                + ")");
    if (copied.isUpdate() && compared.gone() > 0) {
      throw new SQLException(
          "the statement changes the key by which rows are found again, so that they can't be"
              + " parked (\"-- slipway: parked: off\" before it waives that)",
          NOT_SUPPORTED);
    }
    boolean isSame =
        copied.isUpdate() ? compared.there() == copied.rows() : compared.gone() == changed;
    if (!isSame) {
      throw new SQLException("others added rows to the batch while it ran", AGAIN);
    }
    return compared.isKept();
  }

  @Override
  public boolean keepHanded(RowsCopied copied) throws SQLException {
    return compared(copied, alteredOrKnown().target(), "0").isKept();
  }

  /**
   * What a comparison found.
   *
   * @param gone how many rows of the batch were removed
   * @param there how many the batch has now
   * @param isKept whether there is any copy
   */
  private record Compared(long gone, long there, boolean isKept) {}

  private Compared compared(RowsCopied copied, RowsTarget target, String there)
      throws SQLException {
    String place = place(copied);
    var role = OwnRole.take(connection);
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(
          ALL_ROWS
              + comparison(copied, target)
              + "; delete from "
              + place
              + " p"
              + ofBatch(copied)
              + " and p."
              + RowsTable.GIVEN
              + " = '{}'; select (select pg_catalog.count(*) from "
              + place
              + " p"
              + ofBatch(copied)
              + " and p."
              + RowsTable.GIVEN
              + " is null), "
              + there
              + ", exists (select from "
              + place
              + ")");
      statement.getMoreResults();
      statement.getMoreResults();
      statement.getMoreResults();
      Compared compared;
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        compared = new Compared(row.getLong(1), row.getLong(2), row.getBoolean(3));
      }
      worked += System.nanoTime() - start;
      if (!compared.isKept()) {
        statement.execute("drop table " + place);
        walked = null;
      }
      role.giveBack();
      return compared;
    }
  }

  /**
   * Whether the changes of the walked table that the server counted are those of its copied rows: a
   * row that was changed once is at another place now, and one that was removed is gone.
   */
  @Override
  public boolean isOfHanded(RowsCopied copied, RowsCounted before) throws SQLException {
    RowsTarget target = alteredOrKnown().target();
    var role = OwnRole.take(connection);
    long updated = 0;
    long deleted = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("set local row_security = off");
      try (ResultSet row =
          statement.executeQuery(
              "select pg_catalog.count(*) filter (where r.now <> r.was),"
                  + " pg_catalog.count(*) filter (where r.now is null) from (select p."
                  + PLACE
                  + " as was, "
                  + (isFound(target)
                      ? "(select t.ctid from "
                          + ofKey(target)
                          + ") as now from "
                          + place(copied)
                          + " p"
                      : "t.ctid as now from "
                          + place(copied)
                          + " p left join "
                          + target.only()
                          + " t on "
                          + same(target))
                  + ofBatch(copied)
                  + ") r")) {
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

  @Override
  public Duration worked() {
    return Duration.ofNanos(worked);
  }

  /**
   * Notes what each row was given since it was copied: nothing where it is as it was, null where it
   * is gone. As a query of its own for each row it is found by its key; of a join the planner,
   * which knows nothing of the copies yet, may make one that reads both tables whole for each
   * batch. Types of extensions bring no operator along that an index knows: there it is a join
   * nevertheless.
   */
  private static String comparison(RowsCopied copied, RowsTarget target) {
    String given =
        "coalesce("
            + RowDifference.object(
                target.columns().stream()
                    .map(value ->
                        new RowDifference.Texts(
                            value.copy(), value.copiedText("p"), value.nowText("t")))
                    .toList())
            + ", '{}')";
    String update = "update " + place(copied) + " p set " + RowsTable.GIVEN + " = ";
    return isFound(target)
        ? update + "(select " + given + " from " + ofKey(target) + ")" + ofBatch(copied)
        : update
            + given
            + " from "
            + target.only()
            + " t"
            + ofBatch(copied)
            + " and "
            + same(target);
  }

  private WalkedTable known() {
    WalkedTable known = walked;
    if (known == null) {
      throw new IllegalStateException("no rows were copied");
    }
    return known;
  }

  /** A class may have altered the table, or dropped it. */
  private WalkedTable alteredOrKnown() throws SQLException {
    WalkedTable known = known();
    if (known.isSame(connection, known.name())) {
      return known;
    }
    List<RowsTable> copies = RowsTable.find(connection, Set.of(known.aside().place().dotted()));
    RowsTarget target = copies.isEmpty() ? null : RowsTarget.of(connection, copies.getFirst());
    if (target == null) {
      throw new SQLException("the table that is walked is gone", NOT_SUPPORTED);
    }
    return new WalkedTable(known.name(), known.aside(), known.columns(), target, known.version());
  }

  private static String place(RowsCopied copied) {
    return Quoting.qualified(copied.aside().place());
  }

  private static String ofBatch(RowsCopied copied) {
    return " where p."
        + RowsTable.ORDER
        + " > "
        + copied.from()
        + " and p."
        + RowsTable.ORDER
        + " <= "
        + copied.to();
  }

  private static boolean isFound(RowsTarget target) {
    return target.key().stream().allMatch(RowsTarget.Value::isFound);
  }

  /** The row that a copy is of. */
  private static String ofKey(RowsTarget target) {
    return target.only() + " t where " + same(target);
  }

  private static String same(RowsTarget target) {
    return target.key().stream()
        .map(value -> value.isCopied("t", "p"))
        .collect(Collectors.joining(" and "));
  }

  private static long nextNumber(Statement statement) throws SQLException {
    statement.getMoreResults();
    try (ResultSet row = statement.getResultSet()) {
      row.next();
      return row.getLong(1);
    }
  }
}
