package dev.slipway.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in which rows are made. Triggers and rules do not run meanwhile, and foreign keys
 * are not enforced, so that rows can name each other in a circle; who makes them looks after that.
 */
final class Session implements AutoCloseable {

  private final Connection connection;
  private boolean isDone;

  Session(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    run("set local session_replication_role = replica");
    run("set local standard_conforming_strings = on");
    run("set local statement_timeout = '20s'");
  }

  Connection connection() {
    return connection;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Runs a statement, or nothing at all: then what the server said. */
  @Nullable Refusal tried(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      run(sql);
      connection.releaseSavepoint(before);
      return null;
    } catch (SQLException e) {
      connection.rollback(before);
      connection.releaseSavepoint(before);
      return Refusal.of(e);
    }
  }

  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
    }
    return texts;
  }

  void commit() throws SQLException {
    connection.commit();
    isDone = true;
  }

  @Override
  public void close() throws SQLException {
    if (!isDone) {
      connection.rollback();
    }
    connection.setAutoCommit(true);
  }
}
