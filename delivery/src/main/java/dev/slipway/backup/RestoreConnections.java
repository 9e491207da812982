package dev.slipway.backup;

import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The connections of a restore, which its stages use one after the other: opening one with a
 * password takes as long as some hundred rows. Thread-safe.
 */
final class RestoreConnections implements AutoCloseable {

  /** How much memory of the server all connections together may sort indexes in. */
  private static final long SORT_BYTES = 512L << 20;

  private final Dialect dialect;
  private final DatabaseUrl url;
  private final RestoreOptions options;
  private final Queue<Connection> free = new ConcurrentLinkedQueue<>();

  RestoreConnections(Dialect dialect, DatabaseUrl url, RestoreOptions options) {
    this.dialect = dialect;
    this.url = url;
    this.options = options;
  }

  /** One that nobody uses, in auto-commit mode; a new one where there is none. */
  Connection take() throws SQLException {
    Connection connection = free.poll();
    if (connection != null) {
      return connection;
    }
    connection = dialect.connect(url, "restore");
    try {
      Copies copies = dialect.copies();
      copies.prepare(connection, options.dataOnly());
      copies.sortIn(connection, SORT_BYTES / options.jobs());
      return connection;
    } catch (SQLException | RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  /** Something that is found out over one connection. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Something that is done over one connection. */
  interface Stage {
    void run(Connection connection) throws SQLException;
  }

  /** Finds something out. */
  <T> T ask(Question<T> question) throws SQLException {
    Connection connection = take();
    try {
      return question.ask(connection);
    } finally {
      giveBack(connection);
    }
  }

  /** Does something. */
  void with(Stage stage) throws SQLException {
    ask(connection -> {
      stage.run(connection);
      return true;
    });
  }

  /** It is not used any more; what was not committed is rolled back. */
  void giveBack(Connection connection) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      free.add(connection);
    } catch (SQLException e) {
      close(connection);
    }
  }

  /** Closes those that were given back. */
  @Override
  public void close() {
    for (Connection each = free.poll(); each != null; each = free.poll()) {
      close(each);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // what was not committed is rolled back by the server, however the connection went
    }
  }
}
