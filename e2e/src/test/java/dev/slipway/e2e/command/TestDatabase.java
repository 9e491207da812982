package dev.slipway.e2e.command;

import dev.slipway.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A database on an embedded server.
 *
 * @param server the server
 * @param name the name of the database
 */
record TestDatabase(EmbeddedPostgres server, String name) {

  /** A new database. */
  static TestDatabase create(EmbeddedPostgres server, String name) {
    server.createDatabase(name);
    return new TestDatabase(server, name);
  }

  int version() {
    return server.version();
  }

  /** The address as the superuser. */
  String url() {
    return server.jdbcUrlWithPassword(name);
  }

  Connection connect() throws SQLException {
    return server.connect(name);
  }

  /** Runs statements. */
  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows that a query answers with, the columns of each joined by {@code |}. */
  List<String> rows(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        var row = new StringJoiner("|");
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(result.getString(column));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  /** The one value that a query answers with. */
  String value(String sql) throws SQLException {
    return rows(sql).get(0);
  }

  /** Waits until a query, asked again and again on one connection, is answered with true. */
  void await(String condition) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      while (true) {
        try (ResultSet result = statement.executeQuery(condition)) {
          result.next();
          if (result.getBoolean(1)) {
            return;
          }
        }
        Thread.onSpinWait();
      }
    }
  }
}
