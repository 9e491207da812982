package dev.slipway.migration;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
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
    return Target.at(new Postgres(), new DatabaseUrl(SERVER.jdbcUrlWithPassword(name)));
  }
}
