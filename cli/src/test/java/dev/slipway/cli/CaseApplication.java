package dev.slipway.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An application on this machine that answers as a case says; it starts when it is first needed.
 */
final class CaseApplication implements AutoCloseable {

  private final Map<String, String[]> answers = new ConcurrentHashMap<>();
  private @Nullable HttpServer server;

  /**
   * @param words path, status and body, where {@code @authorization@} stands for that header of the
   *     request
   */
  void serve(String words) {
    String[] parts = words.split(" ", 3);
    answers.put(parts[0], parts);
  }

  /** Where it is, without a path. */
  String address() {
    if (server == null) {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server.createContext("/", this::answer);
      server.start();
    }
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] answer =
        answers.getOrDefault(
            exchange.getRequestURI().getPath(), new String[] {"", "404", "nothing here"});
    String key = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = answer[2].replace("@authorization@", key).getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    boolean hasBody = !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(Integer.parseInt(answer[1]), hasBody ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
  }
}
