package dev.slipway.backup;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The server of one version on which the tests of this process make their databases. */
final class BackupServer {

  private static final Map<Integer, BackupServer> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final EmbeddedPostgres server;

  private BackupServer(int version) {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version));
  }

  /** The server of a major version; it goes with the process. */
  static BackupServer of(int version) {
    return SERVERS.computeIfAbsent(version, BackupServer::new);
  }

  EmbeddedPostgres server() {
    return server;
  }

  Database newDatabase() {
    String name = "test_" + NUMBER.incrementAndGet();
    server.createDatabase(name);
    return new Database(server, name);
  }

  /** A database; closing it drops it. */
  record Database(EmbeddedPostgres server, String name) implements AutoCloseable {

    DatabaseUrl url() {
      return new DatabaseUrl(server.jdbcUrlWithPassword(name));
    }

    Connection connect() throws SQLException {
      return server.connect(name);
    }

    void run(String sql) throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        for (ScriptStatement each : new Postgres().split(sql)) {
          statement.execute(each.sql());
        }
      }
    }

    String text(String sql) throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return String.valueOf(row.getString(1));
      }
    }

    String settings() throws SQLException {
      return text(
          "select string_agg(setconfig::text, ' ' order by setrole) from pg_db_role_setting where"
              + " setdatabase = (select oid from pg_database where datname = current_database())");
    }

    @Override
    public void close() {
      server.dropDatabase(name);
    }
  }
}
