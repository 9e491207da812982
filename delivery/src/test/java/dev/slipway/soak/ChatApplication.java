package dev.slipway.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small chat application on this machine: it takes messages, and shows one. */
final class ChatApplication implements AutoCloseable {

  static final String KEY = "hunter2hunter2";

  private static final int CONNECTIONS = 4;

  private final HttpServer server;
  private final BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(CONNECTIONS);
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger stillMillis = new AtomicInteger();
  private volatile int twice;
  private volatile boolean refuses;

  ChatApplication(EmbeddedPostgres database, String name) throws IOException, SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      pool.add(database.connect(name));
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on each of so many messages is written twice: a fault of the application. */
  void takeTwice(int each) {
    twice = each;
  }

  /** From now on nothing is taken. */
  void refuse() {
    refuses = true;
  }

  /** The next request takes so long. */
  void standStill(int millis) {
    stillMillis.set(millis);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    int status = 500;
    String body = "{\"no\": \"" + exchange.getRequestHeaders().getFirst("Authorization") + "\"}";
    try {
      Thread.sleep(stillMillis.getAndSet(0));
      if (path.equals("/health")) {
        status = 200;
      } else if (!refuses && exchange.getRequestMethod().equals("POST")) {
        body = send(JsonMapper.shared().readTree(request));
        status = 201;
      } else if (!refuses) {
        String[] parts = path.split("/");
        status = isThere(Integer.parseInt(parts[2]), Integer.parseInt(parts[3])) ? 200 : 404;
      }
    } catch (SQLException | InterruptedException e) {
      body = "{}";
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String send(JsonNode message) throws SQLException, InterruptedException {
    int number = taken.incrementAndGet();
    int times = twice > 0 && number % twice == 0 ? 2 : 1;
    Connection connection = pool.take();
    try (PreparedStatement statement = connection.prepareStatement("select send(?, ?, ?)")) {
      int chat = message.path("chat").asInt();
      statement.setInt(1, chat);
      statement.setString(2, message.path("id").asString());
      statement.setString(3, message.path("body").asString());
      int seq = 0;
      for (int i = 0; i < times; i++) {
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          seq = row.getInt(1);
        }
      }
      return "{\"chat\": " + chat + ", \"seq\": " + seq + "}";
    } finally {
      pool.add(connection);
    }
  }

  private boolean isThere(int chat, int seq) throws SQLException, InterruptedException {
    Connection connection = pool.take();
    try (PreparedStatement statement =
        connection.prepareStatement("select from message where chat_id = ? and seq = ?")) {
      statement.setInt(1, chat);
      statement.setInt(2, seq);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    } finally {
      pool.add(connection);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    for (Connection each : pool) {
      try {
        each.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
