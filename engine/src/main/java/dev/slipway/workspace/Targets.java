package dev.slipway.workspace;

import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Script;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.shadow.Prelude;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the environments are. An embedded one is started, and made with what its platform provides,
 * when it is first asked for.
 */
final class Targets implements AutoCloseable {

  private final Configuration configuration;
  private final Dialect dialect;
  private final List<EmbeddedPostgres> servers = new ArrayList<>();

  Targets(Configuration configuration, Dialect dialect) {
    this.configuration = configuration;
    this.dialect = dialect;
  }

  /**
   * The address of an environment's database for those who look or change, which is there when this
   * returns if it is embedded. The one place where it is decided as whom a database is entered.
   */
  DatabaseUrl url(EnvironmentConfiguration environment, Access access, List<Script> prelude) {
    if (!environment.embedded()) {
      return switch (access) {
        case READ -> environment.logins().reading().get();
        case WRITE -> environment.logins().changing().get();
      };
    }
    EmbeddedPostgres server =
        EmbeddedPostgres.start(
            EmbeddedOptions.persistent(
                    configuration.root().resolve(".slipway/postgres").resolve(environment.name()))
                .version(configuration.postgres()));
    servers.add(server);
    var url = new DatabaseUrl(server.jdbcUrlWithPassword(environment.name()));
    if (!server.databases().contains(environment.name())) {
      create(server, environment.name(), prelude);
    }
    return url;
  }

  /**
   * Made under another name and renamed when it is whole, so that a killed command leaves no half
   * of one.
   */
  private void create(EmbeddedPostgres server, String name, List<Script> prelude) {
    String unfinished = name + "_unfinished";
    server.dropDatabase(unfinished);
    server.createDatabase(unfinished);
    try (Connection connection =
        dialect.connect(new DatabaseUrl(server.jdbcUrlWithPassword(unfinished)), "create")) {
      Prelude.load(connection, prelude);
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
    server.createDatabase(name, unfinished);
    server.dropDatabase(unfinished);
  }

  @Override
  public void close() {
    servers.forEach(EmbeddedPostgres::close);
  }
}
