package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Scope;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One server of each version for all tests of this package; it ends with the process. */
final class Cluster {

  private static final Map<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final EmbeddedPostgres server;

  private Cluster(EmbeddedPostgres server) {
    this.server = server;
  }

  static Cluster of(int version) {
    return new Cluster(
        SERVERS.computeIfAbsent(
            version,
            wanted -> EmbeddedPostgres.start(EmbeddedOptions.temporary().version(wanted))));
  }

  EmbeddedPostgres server() {
    return server;
  }

  /** A connection to a new database. */
  Connection newDatabase() {
    String name = "tables_" + NUMBER.incrementAndGet();
    server.createDatabase(name);
    return connect(name);
  }

  Connection connect(String database) {
    return new Postgres().connect(new DatabaseUrl(server.jdbcUrlWithPassword(database)), "test");
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  static Catalog read(Connection connection) {
    return new Postgres().introspect(connection, Scope.all());
  }
}
