package dev.slipway.testing;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers and templates of one run of tests, one server for each version. */
final class TestServers implements AutoCloseable {

  private final Map<Integer, EmbeddedPostgres> servers = new HashMap<>();
  private final Map<Template, String> templates = new HashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /** What a database is a copy of. */
  private record Template(int postgres, DatabasePreparation preparation) {}

  SlipwayDatabase copyOf(DatabasePreparation preparation, int postgres) {
    String name = "test_" + numbers.incrementAndGet();
    EmbeddedPostgres server = server(postgres);
    server.createDatabase(name, template(new Template(postgres, preparation)));
    return new SlipwayDatabase(server, name);
  }

  void drop(SlipwayDatabase database, int postgres) {
    server(postgres).dropDatabase(database.name());
  }

  private synchronized EmbeddedPostgres server(int postgres) {
    return servers.computeIfAbsent(
        postgres, version -> EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version)));
  }

  private synchronized String template(Template template) {
    String known = templates.get(template);
    if (known != null) {
      return known;
    }
    EmbeddedPostgres server = server(template.postgres);
    String name = "template_" + numbers.incrementAndGet();
    server.createDatabase(name);
    try {
      template.preparation.prepare(new SlipwayDatabase(server, name));
      disconnect(server, name);
    } catch (SlipwayException e) {
      server.dropDatabase(name);
      throw e;
    } catch (Exception e) {
      server.dropDatabase(name);
      throw new SlipwayException(
          TestingError.TEST_PREPARATION_FAILED,
          "The preparation of the test database failed: " + e,
          "Mend it: " + template.preparation + ".",
          e);
    }
    templates.put(template, name);
    return name;
  }

  /** Cuts off what the preparation left open: a database in use cannot be copied. */
  private static void disconnect(EmbeddedPostgres server, String name) throws SQLException {
    String cut = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = ?";
    try (Connection connection = server.connect("postgres");
        PreparedStatement statement = connection.prepareStatement(cut)) {
      statement.setString(1, name);
      statement.execute();
    }
  }

  @Override
  public synchronized void close() {
    servers.values().forEach(EmbeddedPostgres::close);
    servers.clear();
    templates.clear();
  }
}
