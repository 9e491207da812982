package dev.slipway.postgres;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.BatchParking;
import dev.slipway.dialect.RowParking;
import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsBack;
import dev.slipway.dialect.RowsCounted;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.plan.RowCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies rows by triggers that are there for one transaction (manual: CREATE TRIGGER, transition
 * tables), or before the statement where it removes all of them.
 */
final class PostgresRowParking implements RowParking {

  @Override
  public boolean mayTake(ScriptStatement statement) {
    return ReachedTables.mayTake(statement.sql());
  }

  @Override
  public boolean onlyTakes(ScriptStatement statement) {
    return ReachedTables.onlyTakes(statement.sql());
  }

  @Override
  public List<RowsAside> watch(
      Connection connection, ScriptStatement statement, String label, int number)
      throws SQLException {
    List<ReachedTables.Reached> tables = ReachedTables.of(connection, statement.sql());
    if (tables.isEmpty()) {
      return List.of();
    }
    var asides = new ArrayList<RowsAside>();
    var role = OwnRole.take(connection);
    for (ReachedTables.Reached table : tables) {
      asides.add(watch(connection, table, label, number));
    }
    role.giveBack();
    return asides;
  }

  @Override
  public long estimate(Connection connection, ScriptStatement statement) throws SQLException {
    List<ReachedTables.Reached> tables = ReachedTables.of(connection, statement.sql());
    return tables.isEmpty() ? 0 : ReachedTables.estimate(connection, statement.sql(), tables);
  }

  private static RowsAside watch(
      Connection connection, ReachedTables.Reached table, String label, int number)
      throws SQLException {
    List<RowsTable.Column> columns = RowsTable.columns(connection, table.oid());
    ObjectId place = RowsTable.place(label, number, table.table());
    RowsTable.create(connection, place, number, table, columns, false);
    if (table.truncates()) {
      copyAll(connection, table, place, columns);
      return new RowsAside(place, table.table(), number, "");
    }
    var triggers = new RowTriggers(place, table, number, columns, false);
    triggers.create(connection);
    return new RowsAside(place, table.table(), number, triggers.functions());
  }

  /** Nobody may add a row between the copy and the statement. */
  private static void copyAll(
      Connection connection,
      ReachedTables.Reached table,
      ObjectId place,
      List<RowsTable.Column> columns)
      throws SQLException {
    String from = (table.isOfTree() ? "only " : "") + Quoting.qualified(table.table());
    String names =
        columns.stream()
            .map(column -> Quoting.identifier(column.name()))
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("lock table " + from + " in access exclusive mode");
      statement.execute("set local row_security = off");
      statement.execute(
          "insert into "
              + Quoting.qualified(place)
              + " ("
              + names
              + ") select "
              + columns.stream().map(each -> each.copied("r")).collect(Collectors.joining(", "))
              + " from "
              + from
              + " r");
    }
  }

  @Override
  public BatchParking batches(Connection connection, String label, int number) {
    return new PostgresBatchParking(connection, label, number);
  }

  @Override
  public void look(Connection connection, int number) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set local " + RowTriggers.SETTING + " = " + Quoting.literal(String.valueOf(number)));
    }
  }

  @Override
  public boolean mayCall(ScriptStatement statement) {
    return CountedRows.mayCall(statement.sql());
  }

  @Override
  public RowsCounted count(Connection connection) throws SQLException {
    return CountedRows.take(connection);
  }

  @Override
  public Set<Long> missed(
      Connection connection, RowsCounted before, List<RowsAside> watched, int number)
      throws SQLException {
    return CountedRows.missed(connection, before, watched, number);
  }

  @Override
  public List<RowsAside> watchAll(Connection connection, Set<Long> tables, String label, int number)
      throws SQLException {
    var role = OwnRole.take(connection);
    List<RowsAside> asides = RowLog.watch(connection, tables, label, number);
    role.giveBack();
    return asides;
  }

  @Override
  public void conclude(Connection connection, List<RowsAside> watched) throws SQLException {
    var role = OwnRole.take(connection);
    var forms = TextForms.take(connection);
    for (RowsAside aside : watched) {
      RowLog.conclude(connection, aside.place());
    }
    forms.giveBack();
    role.giveBack();
  }

  @Override
  public void unwatch(Connection connection, List<RowsAside> watched) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (RowsAside aside : watched) {
        for (String function : aside.watch().strip().split(" +")) {
          if (!function.isEmpty()) {
            statement.execute("drop function if exists " + function + " cascade");
          }
        }
      }
    }
  }

  @Override
  public long settle(Connection connection, RowsAside aside) throws SQLException {
    String name = Quoting.qualified(aside.place());
    try (Statement statement = connection.createStatement()) {
      long count;
      try (ResultSet rows = statement.executeQuery("select pg_catalog.count(*) from " + name)) {
        rows.next();
        count = rows.getLong(1);
      }
      if (count == 0) {
        statement.execute("drop table " + name);
      } else {
        statement.execute("alter table " + name + " drop column if exists " + RowLog.MADE);
        statement.execute("analyze " + name);
      }
      return count;
    }
  }

  @Override
  public List<RowCheck> questions(Connection connection, Set<String> places) throws SQLException {
    return RowsBackChecks.of(connection, RowsTable.find(connection, places));
  }

  @Override
  public List<RowsBack> bringBack(Connection connection, Set<String> places) throws SQLException {
    return RowsReturn.bringBack(connection, RowsTable.find(connection, places));
  }
}
