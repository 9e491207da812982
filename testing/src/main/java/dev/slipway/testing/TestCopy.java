package dev.slipway.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of one test, and the connections that the extension opened for it. */
final class TestCopy implements AutoCloseable {

  private final TestServers servers;
  private final int postgres;
  private final SlipwayDatabase database;
  private final List<Connection> connections = new ArrayList<>();

  TestCopy(TestServers servers, DatabasePreparation preparation, int postgres) {
    this.servers = servers;
    this.postgres = postgres;
    this.database = servers.copyOf(preparation, postgres);
  }

  SlipwayDatabase database() {
    return database;
  }

  Connection connection() throws SQLException {
    Connection connection = database.connect();
    connections.add(connection);
    return connection;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
    servers.drop(database, postgres);
  }
}
