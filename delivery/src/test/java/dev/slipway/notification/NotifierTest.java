package dev.slipway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those hear who are listed under {@code notify}. */
final class NotifierTest {

  private static final Notice NOTICE =
      new Notice(
          "watch-breached",
          "production",
          "production breached a limit",
          Instant.parse("2026-11-22T10:00:00Z"),
          Map.of("breaches", List.of(Map.of("figure", "lag"))));

  @TempDir Path folder;
  private HttpServer hearer;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private int[] statuses = {200};

  @BeforeEach
  void start_hearer() throws IOException {
    hearer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hearer.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst(Notifier.SIGNATURE)));
          exchange.sendResponseHeaders(statuses[Math.min(bodies.size(), statuses.length) - 1], -1);
          exchange.close();
        });
    hearer.start();
  }

  @AfterEach
  void stop_hearer() {
    hearer.stop(0);
  }

  @Test
  void should_send_what_happened_and_sign_it() throws IOException {
    assertThat(send("{ url: \"${HOOK}\", secret: \"${KEY}\" }"))
        .containsExactly(new Delivery("${HOOK}", 1, null));

    JsonNode body = JsonMapper.shared().readTree(bodies.get(0));
    assertThat(body.path("event").asString()).isEqualTo("watch-breached");
    assertThat(body.path("environment").asString()).isEqualTo("production");
    assertThat(body.path("at").asString()).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(body.at("/facts/breaches/0/figure").asString()).isEqualTo("lag");
    assertThat(signatures.get(0)).isEqualTo("sha256=" + Notifier.hmac("hunter2", bodies.get(0)));
    assertThat(bodies.get(0)).doesNotContain("hunter2");
  }

  /** The example of RFC 4231, 4.3. */
  @Test
  void should_sign_as_others_do() {
    assertThat(Notifier.hmac("Jefe", "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void should_send_again_until_it_is_taken() throws IOException {
    statuses = new int[] {500, 429, 204};

    assertThat(send("{ url: \"${HOOK}\" }")).containsExactly(new Delivery("${HOOK}", 3, null));

    assertThat(bodies).hasSize(3);
    assertThat(signatures).containsOnly("null");
  }

  @Test
  void should_give_up_and_only_tell_it() throws IOException {
    statuses = new int[] {503};
    assertThat(send("{ url: \"${HOOK}\" }"))
        .containsExactly(new Delivery("${HOOK}", 4, "it answers with the status 503"));

    statuses = new int[] {410};
    assertThat(send("{ url: \"${HOOK}\" }"))
        .containsExactly(new Delivery("${HOOK}", 1, "it answers with the status 410"));

    hearer.stop(0);
    assertThat(send("{ url: \"${HOOK}\" }, { url: \"${NOT_SET}\" }, { url: \"${KEY}\" }"))
        .extracting(Delivery::failure)
        .satisfiesExactly(
            refused -> assertThat(refused).isEqualTo("nobody accepts the connection"),
            unset -> assertThat(unset).startsWith("${NOT_SET} is not set"),
            wrong -> assertThat(wrong).startsWith("it is no address").doesNotContain("hunter2"));
  }

  @Test
  void should_tell_only_who_wants_to_hear_of_it() throws IOException {
    assertThat(send("{ url: \"${HOOK}\", events: watch-passed }")).isEmpty();
    assertThat(send("{ url: \"${HOOK}\", events: [watch-passed, watch-breached] }")).hasSize(1);
    assertThat(bodies).hasSize(1);
  }

  private List<Delivery> send(String hearers) throws IOException {
    Path file = folder.resolve("slipway.yml");
    Files.writeString(file, "schema: sql:db\nnotify: [" + hearers + "]\n");
    Map<String, String> variables =
        Map.of("HOOK", "http://127.0.0.1:" + hearer.getAddress().getPort() + "/", "KEY", "hunter2");
    Configuration configuration =
        Configuration.load(file, "slipway.yml", variables, List.of("dev"));
    return new Notifier(configuration.notified(), Duration.ofMillis(1)).send(NOTICE);
  }
}
