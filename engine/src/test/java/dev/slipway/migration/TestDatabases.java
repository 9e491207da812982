package dev.slipway.migration;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases on the servers of the test run. */
final class TestDatabases {

  static final int VERSION = 17;

  private static final Map<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabases() {}

  static Target create() {
    return create(VERSION);
  }

  static Target create(int version) {
    EmbeddedPostgres server =
        SERVERS.computeIfAbsent(
            version, v -> EmbeddedPostgres.start(EmbeddedOptions.temporary().version(v)));
    String name = "migration_" + COUNT.incrementAndGet();
    server.createDatabase(name);
    return Target.at(new Postgres(), new DatabaseUrl(server.jdbcUrlWithPassword(name)));
  }
}
