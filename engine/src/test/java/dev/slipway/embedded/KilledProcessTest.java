package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KilledProcessTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void should_leave_no_server_and_no_folder_when_the_user_is_killed() throws Exception {
    UserProcess user = UserProcess.start("temporary");
    user.port();
    Path folder = user.folder();
    Postmaster server = UserProcess.serverIn(folder);
    user.kill();
    assertThat(Waiting.until(SOON, () -> !server.isAlive() && !Files.exists(folder))).isTrue();
    Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
    assertThat(Waiting.until(SOON, () -> !Files.exists(lock))).isTrue();
  }

  @Test
  void should_reap_with_the_next_start_when_the_guardian_is_killed_too() throws Exception {
    UserProcess user = UserProcess.start("temporary");
    user.port();
    Path folder = user.folder();
    Postmaster server = UserProcess.serverIn(folder);
    long guardian = ProcessMark.parse(Files.readString(folder.resolve("guardian"))).pid();
    ProcessHandle.of(guardian).orElseThrow().destroyForcibly();
    user.kill();
    assertThat(Waiting.until(SOON, () -> !ProcessMark.parse(guardian + "-0").isAlive())).isTrue();
    assertThat(server.isAlive()).isTrue();

    EmbeddedPostgres.start(EmbeddedOptions.temporary()).close();
    assertThat(server.isAlive()).isFalse();
    assertThat(folder).doesNotExist();
  }

  @Test
  void should_survive_the_interrupt_key_and_stop_the_server_after_the_user() throws Exception {
    // A process group of its own, as a shell gives to a command; the key signals all of the group.
    UserProcess user =
        UserProcess.start(
            List.of("setsid"),
            Map.of(),
            System.getProperty("java.class.path"),
            System.getProperty(BinariesSearch.FOLDER.property()),
            System.getProperty(Cache.HOME.property(), ""),
            "temporary");
    user.port();
    Path folder = user.folder();
    Postmaster server = UserProcess.serverIn(folder);
    Program.Result sent =
        Program.run(List.of("sh", "-c", "kill -INT -$1", "sh", String.valueOf(user.pid())));
    assertThat(sent.output()).isEmpty();
    assertThat(Waiting.until(SOON, () -> !server.isAlive() && !Files.exists(folder))).isTrue();
  }
}
