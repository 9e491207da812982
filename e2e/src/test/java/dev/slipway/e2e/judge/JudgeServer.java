package dev.slipway.e2e.judge;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.pgdump.FreshDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** The server that holds the databases of cases; its roles are shared by all. Thread-safe. */
final class JudgeServer implements FreshDatabases, AutoCloseable {

  private final EmbeddedPostgres server;
  private final AtomicLong number = new AtomicLong();

  JudgeServer(int version) {
    server =
        EmbeddedPostgres.start(
            EmbeddedOptions.temporary().version(version).setting("autovacuum", "off"));
  }

  @Override
  public Database create() {
    String name = "case_" + number.incrementAndGet();
    server.createDatabase(name);
    return new Database(name);
  }

  /** Creates a role; one that is there already is as good. */
  synchronized void createRole(String role) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create role \"" + role.replace("\"", "\"\"") + '"');
    } catch (SQLException e) {
      if (!"42710".equals(e.getSQLState())) {
        throw new IllegalStateException("creating a role failed", e);
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** A database of its own for one side of a case. */
  final class Database implements Fresh {
    private final String name;

    Database(String name) {
      this.name = name;
    }

    @Override
    public DatabaseUrl url() {
      return new DatabaseUrl(server.jdbcUrlWithPassword(name));
    }

    @Override
    public void close() {
      server.dropDatabase(name);
    }
  }
}
