package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.SharedSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A snapshot that one transaction exports and others import (manual, 9.28.5 Snapshot
 * Synchronization Functions). The first one locks every table against changes of its shape.
 */
final class PostgresSnapshot implements SharedSnapshot {

  private static final String PURPOSE = "backup";

  /**
   * Whatever the role or the database is told, nothing ends the transaction, rows that policies
   * hide are an error instead of missing, and scans begin at the table's beginning.
   */
  private static final String SETTINGS =
      """
      set search_path = '';
      set statement_timeout = 0;
      set idle_in_transaction_session_timeout = 0;
      set row_security = off;
      set synchronize_seqscans = off;
      set bytea_output = 'hex';
      set extra_float_digits = 3;
      set jit = off
      """;

  /** Those that COPY reads, and the partitioned ones above them. */
  private static final String TABLES =
      """
      select pg_catalog.format('%I.%I', n.nspname, c.relname)
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and c.relpersistence <> 't'
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       order by c.oid
      """;

  private static final int TABLES_AT_ONCE = 500;

  private final DatabaseUrl url;
  private final Connection holder;
  private final String name;
  private final String position;
  private final List<Connection> opened = new CopyOnWriteArrayList<>();

  private PostgresSnapshot(DatabaseUrl url, Connection holder) throws SQLException {
    this.url = url;
    this.holder = holder;
    begin(holder);
    this.name = text(holder, "select pg_catalog.pg_export_snapshot()");
    this.position =
        text(
            holder,
            "select case when pg_catalog.pg_is_in_recovery()"
                + " then pg_catalog.pg_last_wal_replay_lsn()::pg_catalog.text"
                + " else pg_catalog.pg_current_wal_lsn()::pg_catalog.text end");
    lock(holder);
  }

  static PostgresSnapshot open(DatabaseUrl url) {
    Connection holder = PostgresConnection.open(url, PURPOSE);
    try {
      return new PostgresSnapshot(url, holder);
    } catch (SQLException e) {
      close(holder);
      throw PostgresConnection.failed("opening a snapshot of " + url, e);
    }
  }

  @Override
  public Connection holder() {
    return holder;
  }

  @Override
  public Connection open() {
    Connection connection = PostgresConnection.open(url, PURPOSE);
    opened.add(connection);
    try {
      begin(connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction snapshot " + Quoting.literal(name));
      }
      return connection;
    } catch (SQLException e) {
      throw PostgresConnection.failed("joining a snapshot of " + url, e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String position() {
    return position;
  }

  @Override
  public void close() {
    opened.forEach(PostgresSnapshot::close);
    close(holder);
  }

  private static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
    }
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  /** One after the other, as whoever alters tables does; what is gone by now is told as it is. */
  private static void lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(TABLES)) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (int i = 0; i < tables.size(); i += TABLES_AT_ONCE) {
        statement.execute(
            "lock table only "
                + String.join(
                    ", only ", tables.subList(i, Math.min(i + TABLES_AT_ONCE, tables.size())))
                + " in access share mode");
      }
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return Objects.requireNonNullElse(row.getString(1), "");
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // the server ends the transaction when the connection is gone, however it went
    }
  }
}
