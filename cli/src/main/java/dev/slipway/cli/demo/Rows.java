package dev.slipway.cli.demo;

import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The rows in the project's database, as the application of the story writes and reads them. */
final class Rows {

  /** The tables, those that others reference first. */
  static final List<String> TABLES =
      List.of(
          "users",
          "accounts",
          "chats",
          "chat_participants",
          "chat_messages",
          "attachments",
          "read_receipts",
          "todos");

  private static final String SEND =
      """
      insert into public.chat_messages (chat_id, sender_id, client_generated_id, body)
      select c.id, c.created_by, gen_random_uuid(), ?
        from public.chats c
       where c.title = 'Engines'
      """;

  private final EmbeddedPostgres server;
  private final String database;

  Rows(EmbeddedPostgres server, String database) {
    this.server = server;
    this.database = database;
  }

  @FunctionalInterface
  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = server.connect(database)) {
      return work.run(connection);
    } catch (SQLException e) {
      throw new SlipwayException(
          DemoError.ROWS_FAILED,
          "The application of the story failed: " + e.getMessage(),
          "This is a fault of the demo. Report it.",
          e);
    }
  }

  /** Runs a script of the demo in one transaction. */
  void play(String script) {
    String sql = text(script);
    with(connection -> {
      try (Statement statement = connection.createStatement()) {
        return statement.execute(sql);
      }
    });
  }

  private static String text(String script) {
    try (InputStream file = Rows.class.getResourceAsStream(script)) {
      return new String(
          Objects.requireNonNull(file, script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets several people write into one chat at the same time, each message by itself. */
  void send(int people, int messages) {
    try (ExecutorService writers = Executors.newFixedThreadPool(people)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int writer = 1; writer <= people; writer++) {
        String body = "Sent at the same time by writer " + writer;
        all.add(writers.submit(() -> with(connection -> send(connection, body, messages))));
      }
      for (Future<Integer> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SlipwayException failure
          ? failure
          : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int send(Connection connection, String body, int messages) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(SEND)) {
      insert.setString(1, body);
      int sent = 0;
      for (int message = 0; message < messages; message++) {
        sent += insert.executeUpdate();
      }
      return sent;
    }
  }

  /** The rows of a query, each value as text. */
  List<List<String>> query(String sql) {
    return with(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        List<List<String>> found = new ArrayList<>();
        while (rows.next()) {
          List<String> row = new ArrayList<>();
          for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.add(String.valueOf(rows.getString(column)));
          }
          found.add(row);
        }
        return found;
      }
    });
  }

  /** What the application of the project reads with its typed tables, each row as it prints. */
  List<String> read(Application application, String chat, int count) {
    return with(connection -> application.last(connection, chat, count));
  }

  /** How many rows each table has. */
  Map<String, Long> count() {
    return with(Rows::count);
  }

  /** How many rows each table would have if this was run; it is taken back. */
  Map<String, Long> countAfter(String sql) {
    return with(connection -> {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
        return count(connection);
      } finally {
        connection.rollback();
      }
    });
  }

  private static Map<String, Long> count(Connection connection) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row = statement.executeQuery("select count(*) from public." + table)) {
          row.next();
          counts.put(table, row.getLong(1));
        }
      }
    }
    return counts;
  }
}
