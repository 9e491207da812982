package dev.slipway.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions about single objects that an interrupted statement may have left. */
final class TraceQuery {

  private TraceQuery() {}

  /** The first column of each row, as text; the parameters are texts. */
  static List<String> column(Connection connection, String sql, String... parameters)
      throws SQLException {
    var values = new ArrayList<String>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
    }
    return values;
  }

  /** The first column of the first row; empty when there is none, or it is null. */
  static String value(Connection connection, String sql, String... parameters) throws SQLException {
    List<String> values = column(connection, sql, parameters);
    String value = values.isEmpty() ? null : values.get(0);
    return value == null ? "" : value;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Drops indexes; the names are as the server prints them. */
  static void dropIndexes(Connection connection, List<String> names) throws SQLException {
    for (String name : names) {
      run(connection, "drop index concurrently if exists " + name);
    }
  }
}
