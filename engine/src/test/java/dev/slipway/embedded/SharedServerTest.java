package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedServerTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final String name = "test-" + UUID.randomUUID();

  /** The lock of a shared server outlives it, which is no harm for names that are used again. */
  @AfterEach
  void deleteLock() throws IOException {
    Platform platform = Platform.current();
    Cache cache = Cache.locate(platform, RunAs.choose(platform));
    Files.deleteIfExists(
        ServerFolder.of(cache, new Placement.Shared(name), EmbeddedOptions.DEFAULT_VERSION).lock());
  }

  @Test
  void should_be_one_server_for_processes_that_start_at_once() throws Exception {
    var users = new ArrayList<UserProcess>();
    for (int i = 0; i < 4; i++) {
      users.add(UserProcess.start("shared", name, "0"));
    }
    var ports = new HashSet<Integer>();
    Path folder = Path.of("");
    for (UserProcess user : users) {
      ports.add(user.port());
      folder = user.folder();
    }
    assertThat(ports).hasSize(1);

    assertThat(users.getFirst().ask("CREATE TABLE seen AS SELECT 42 AS n")).isEqualTo("done");
    users.getFirst().close();
    for (UserProcess user : users.subList(1, users.size())) {
      assertThat(user.ask("SELECT n FROM seen")).isEqualTo("42");
      user.close();
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void should_stay_for_the_linger_time_and_then_be_gone() throws Exception {
    EmbeddedOptions options = EmbeddedOptions.shared(name).linger(Duration.ofSeconds(3));
    var first = EmbeddedPostgres.start(options);
    first.createDatabase("kept");
    first.close();
    try (var second = EmbeddedPostgres.start(options)) {
      assertThat(second.port()).isEqualTo(first.port());
      assertThat(second.databases()).containsExactly("kept");
    }
    assertThat(Waiting.until(SOON, () -> !Files.exists(first.folder()))).isTrue();
    try (var third = EmbeddedPostgres.start(options.linger(Duration.ZERO))) {
      assertThat(third.databases()).isEmpty();
    }
  }

  @Test
  void should_serve_a_joiner_that_comes_while_the_server_stops() throws Exception {
    // Each round ends the last user of a server without linger by kill, and joins at that moment.
    for (int round = 0; round < 3; round++) {
      UserProcess killed = UserProcess.start("shared", name, "0");
      killed.port();
      Path folder = killed.folder();
      killed.kill();
      assertThat(
              Waiting.until(
                  SOON, () -> !Files.exists(folder) || Files.exists(folder.resolve("stopping"))))
          .isTrue();
      try (var server =
          EmbeddedPostgres.start(EmbeddedOptions.shared(name).linger(Duration.ZERO))) {
        assertThat(server.databases()).isEqualTo(List.of());
      }
    }
  }
}
