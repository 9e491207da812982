package dev.slipway.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.config.Configuration;
import dev.slipway.smoke.SmokeResult.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Smoke checks against an application of this machine, and programs that misbehave. */
final class SmokeTest {

  private static final String SECRET = "hunter2hunter2";

  @TempDir Path folder;
  private HttpServer application;

  @BeforeEach
  void start_application() throws IOException {
    application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    application.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    application.start();
    Files.writeString(
        folder.resolve("slipway.yml"),
        """
        schema: sql:db
        environments:
          dev: { url: embedded }
          production: { url: "${NOT_SET}", protected: true }
        """);
  }

  @AfterEach
  void stop_application() {
    application.stop(0);
  }

  @Test
  void should_try_again_until_it_answers_as_expected() throws IOException {
    var asked = new AtomicInteger();
    application.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
          exchange.close();
        });

    SmokeResult result = only("- { url: \"${APP}/\", retries: 5, pause: 1ms }");

    assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.attempts()).isEqualTo(3);
    assertThat(asked).hasValue(3);
  }

  @Test
  void should_give_up_after_the_last_retry() throws IOException {
    SmokeResult result = only("- { url: \"${APP}/gone\", retries: 2, pause: 1ms }");

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.attempts()).isEqualTo(3);
    assertThat(result.failures()).singleElement().asString().contains("200, and it is 404");
  }

  @Test
  void should_give_up_an_answer_that_never_ends() throws IOException {
    var ended = new CountDownLatch(1);
    application.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          awaitEnd(ended);
        });

    SmokeResult result = only("- { url: \"${APP}/\", timeout: 200ms }");
    ended.countDown();

    assertThat(result.failures()).containsExactly("no answer within 200 ms");
  }

  @Test
  void should_compare_the_beginning_of_a_large_answer() throws IOException {
    application.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("begin".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().write(new byte[3 << 20]);
          exchange.getResponseBody().write("end".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });

    SmokeResult result = only("- { url: \"${APP}/\", expect: { contains: [begin, end] } }");

    assertThat(result.failures()).hasSize(1);
    assertThat(result.failures().get(0)).startsWith("expected \"end\" in the body");
  }

  @Test
  void should_tell_what_does_not_answer_and_no_secret() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    application.createContext(
        "/",
        exchange -> {
          byte[] key =
              exchange.getRequestHeaders().getFirst("X-Key").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(401, key.length);
          exchange.getResponseBody().write(key);
          exchange.close();
        });

    SmokeRun run =
        run(
            "dev",
            """
            - { url: "http://127.0.0.1:%d/?key=${KEY}" }
            - { url: "http://nowhere.invalid/${KEY}" }
            - { url: "${APP}/", headers: { X-Key: "${KEY}" } }
            - { command: [sh, -c, "echo $KEY; exit 1"], expect: { contains: "not ${KEY}" } }
            - { command: [echo, "${KEY}"], expect: { exit: 1 } }
            - { command: [no-such-program] }
            """
                .formatted(free));

    assertThat(run.isPassed()).isFalse();
    assertThat(run.toString()).doesNotContain(SECRET);
    assertThat(run.results().stream().map(each -> String.join("; ", each.failures())).toList())
        .containsExactly(
            "nobody accepts the connection",
            "its host is not known",
            "expected the status 200, and it is 401; the body is: ${KEY}",
            "expected that it ends with 0, and it ends with 1, which is: ${KEY}; expected \"not"
                + " ${KEY}\" in the output, which is: ${KEY}",
            "expected that it ends with 1, and it ends with 0, which is: ${KEY}",
            "the program can't be started");
  }

  @Test
  void should_end_a_program_and_what_it_started() throws Exception {
    Path told = folder.resolve("told");

    SmokeResult result =
        only("- { command: [sh, -c, \"sleep 1000 & echo $! > told; wait\"], timeout: 500ms }");

    assertThat(result.failures()).containsExactly("it did not end within 500 ms");
    long child = Long.parseLong(Files.readString(told).strip());
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive).stream())
        .allSatisfy(each -> each.onExit().get(10, TimeUnit.SECONDS));
  }

  @Test
  void should_not_wait_for_who_holds_the_output_open() throws IOException {
    SmokeResult result =
        only(
            "- { command: [sh, -c, \"echo here; sleep 3 &\"], timeout: 1s, expect: {"
                + " contains: here } }");

    assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void should_only_ask_what_is_safe_in_a_protected_environment() throws IOException {
    application.createContext(
        "/safe",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });

    SmokeRun run =
        run(
            "production",
            """
            - { url: "${APP}/safe", lights-on: true }
            - { url: "${APP}/safe" }
            - { command: [touch, was-here] }
            """);

    assertThat(run.lightsOnAlone()).isTrue();
    assertThat(run.isPassed()).isTrue();
    assertThat(run.results().stream().map(SmokeResult::outcome).toList())
        .containsExactly(Outcome.PASSED, Outcome.LEFT_OUT, Outcome.LEFT_OUT);
    assertThat(folder.resolve("was-here")).doesNotExist();
  }

  private static void awaitEnd(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SmokeResult only(String check) throws IOException {
    return run("dev", check + "\n").results().get(0);
  }

  private SmokeRun run(String environment, String checks) throws IOException {
    Path smoke = Files.createDirectories(folder.resolve("smoke"));
    Files.writeString(smoke.resolve("checks.yml"), checks);
    Map<String, String> variables =
        Map.of(
            "APP",
            "http://127.0.0.1:" + application.getAddress().getPort(),
            "KEY",
            SECRET,
            "PATH",
            "/usr/bin:/bin");
    Configuration configuration =
        Configuration.load(folder.resolve("slipway.yml"), "slipway.yml", variables, List.of());
    var smokes = new Smoke(configuration, environment, variables, Clock.systemUTC());
    return smokes.run(smokes.checks(smoke), false);
  }
}
