package dev.slipway.migration;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases on one server of the test run. */
final class TestDatabases {

  private static final EmbeddedPostgres SERVER =
      EmbeddedPostgres.start(EmbeddedOptions.temporary());
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabases() {}

  static Target create() {
    String name = "migration_" + COUNT.incrementAndGet();
    SERVER.createDatabase(name);
    return new Target(new Postgres(), purpose -> connect(name, purpose));
  }

  private static Connection connect(String database, String purpose) {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "slipway " + purpose);
    try {
      return DriverManager.getConnection(SERVER.jdbcUrlWithPassword(database), properties);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
