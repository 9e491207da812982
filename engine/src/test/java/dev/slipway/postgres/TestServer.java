package dev.slipway.postgres;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The server of one version on which the tests of this process make their databases. */
final class TestServer {

  private static final Map<Integer, TestServer> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** What the cases give privileges to. */
  private static final String ROLES =
      """
      create role anna;
      create role "Bob ""the"" Builder"
      """;

  private final EmbeddedPostgres server;

  private TestServer(int version) {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version));
    try (Connection connection = server.connect("postgres")) {
      run(connection, ROLES);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server of a major version; it goes with the process. */
  static TestServer of(int version) {
    return SERVERS.computeIfAbsent(version, TestServer::new);
  }

  EmbeddedPostgres server() {
    return server;
  }

  /** A new database; closing it drops it. */
  TestDatabase newDatabase() {
    String name = "test_" + NUMBER.incrementAndGet();
    server.createDatabase(name);
    try {
      return new TestDatabase(server, name, server.connect(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
