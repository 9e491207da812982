package dev.slipway.migration;

import dev.slipway.catalog.DatabaseObject;
import dev.slipway.dialect.Scope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A database in which segments are run, and everything that two runs have to agree about. */
final class SegmentDatabase {

  private static final String TABLES =
      "select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'p', 'm')"
          + " and c.relnamespace not in ('pg_catalog'::regnamespace,"
          + " 'information_schema'::regnamespace,"
          + " coalesce(to_regnamespace('slipway'), 'pg_catalog'::regnamespace))"
          + " and c.relnamespace::regnamespace::text !~ '^pg_' order by 1";

  private final Target target;

  SegmentDatabase(int version) {
    this(TestDatabases.create(version));
  }

  SegmentDatabase(Target target) {
    this.target = target;
  }

  Target target() {
    return target;
  }

  /** The catalog, the rows, what the ledger has, and what belongs to the server. */
  String state() {
    try (Connection connection = target.connect("test")) {
      var lines = new ArrayList<String>();
      for (DatabaseObject object : target.dialect().introspect(connection, Scope.all()).objects()) {
        lines.add(object.toString());
      }
      for (String table : column(connection, TABLES)) {
        lines.add(
            table
                + ": "
                + column(connection, rowsOf(table)).stream().collect(Collectors.joining(" ")));
      }
      boolean hasLedger =
          !column(connection, "select 1 where to_regclass('slipway.ledger') is not null").isEmpty();
      if (hasLedger) {
        lines.addAll(
            column(
                connection,
                "select 'ledger: ' || name || ' ' || statements || ' ' || up_content_hash"
                    + " from slipway.migration order by position"));
        lines.addAll(column(connection, "select 'left: ' || number from slipway.segment"));
      }
      lines.addAll(
          column(connection, "select datname from pg_database where datname like 'slipway_case%'"));
      lines.addAll(
          column(
              connection, "select spcname from pg_tablespace where spcname like 'slipway_case%'"));
      return String.join("\n", lines);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies of rows are counted by a sequence, which keeps no number of what was rolled back. */
  private static String rowsOf(String table) {
    return "select "
        + (table.startsWith("slipway_parked.")
            ? "(to_jsonb(t) - 'slipway_parked_n')::text"
            : "t::text")
        + " from "
        + table
        + " t order by 1";
  }

  /** Ends the executor's sessions, as a crash of the client or server would. */
  void endSessions() {
    String others =
        " from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
            + " and application_name ~ '^slipway (migrate|rollback)'";
    try (Connection connection = target.connect("test")) {
      List<String> ended =
          column(connection, "select pg_terminate_backend(pid, 10000)::text" + others);
      if (ended.isEmpty() || ended.contains("false")) {
        throw new IllegalStateException("no session of the executor could be ended: " + ended);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs statements, each in its own transaction. */
  void execute(String... statements) {
    try (Connection connection = target.connect("test");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of a query. */
  List<String> query(String sql) {
    try (Connection connection = target.connect("test")) {
      return column(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
