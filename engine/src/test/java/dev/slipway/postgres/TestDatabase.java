package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database of one test, which may also stand for a shadow. */
record TestDatabase(EmbeddedPostgres server, String name, Connection connection)
    implements ShadowDatabase {

  Catalog read() {
    return new Postgres().introspect(connection, Scope.all());
  }

  /** Runs a script statement by statement, without a transaction around. */
  void run(String script) throws SQLException {
    for (ScriptStatement statement : new Postgres().split(script)) {
      TestServer.run(connection, statement.sql());
    }
  }

  /** Runs generated statements in one transaction, as the executor does. */
  void runTogether(List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    for (String statement : statements) {
      try {
        TestServer.run(connection, statement);
      } catch (SQLException e) {
        connection.rollback();
        connection.setAutoCommit(true);
        throw new AssertionError(
            e.getMessage() + "\nat:\n" + statement + "\nof:\n" + String.join(";\n", statements), e);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public DatabaseUrl url() {
    return new DatabaseUrl(server.jdbcUrlWithPassword(name));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    server.dropDatabase(name);
  }
}
