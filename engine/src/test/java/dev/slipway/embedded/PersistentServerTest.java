package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.error.SlipwayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistentServerTest {

  @TempDir Path folder;

  @Test
  void should_keep_rows_over_processes() throws Exception {
    for (int count = 1; count <= 3; count++) {
      try (var user = UserProcess.start("persistent", folder.toString(), "0")) {
        user.port();
        user.folder();
        user.ask("CREATE TABLE IF NOT EXISTS kept (n int)");
        user.ask("INSERT INTO kept VALUES (" + count + ")");
        assertThat(user.ask("SELECT count(*) FROM kept")).isEqualTo(String.valueOf(count));
      }
      assertThat(Postmaster.running(folder.resolve("data"))).isNull();
    }
  }

  @Test
  void should_write_durably_on_the_same_port_and_recover_what_was_committed() throws Exception {
    int port;
    try (var server = start(17)) {
      port = server.port();
      try (Connection connection = server.connect("postgres")) {
        assertThat(EmbeddedPostgresTest.query(connection, "SHOW fsync")).isEqualTo("on");
        connection.createStatement().execute("CREATE TABLE kept AS SELECT 1 AS n");
      }
      Postmaster running = UserProcess.serverIn(folder);
      ProcessHandle.of(running.pid()).orElseThrow().destroyForcibly();
      assertThat(Waiting.until(Duration.ofSeconds(30), () -> !running.isAlive())).isTrue();

      // Who joins finds the server gone, and starts it again.
      try (var again = start(17);
          Connection connection = again.connect("postgres")) {
        assertThat(EmbeddedPostgresTest.query(connection, "SELECT n FROM kept")).isEqualTo("1");
      }
    }
    try (var server = start(17)) {
      assertThat(server.port()).isEqualTo(port);
    }
  }

  @Test
  void should_refuse_data_of_another_version() {
    start(16).close();
    assertThatThrownBy(() -> start(17))
        .asInstanceOf(type(SlipwayException.class))
        .satisfies(
            e -> assertThat(e.code()).isEqualTo(EmbeddedError.DATA_VERSION_DIFFERS),
            e ->
                assertThat(e.what()).contains(folder.toString(), "PostgreSQL 16", "PostgreSQL 17"));
    start(16).close();
  }

  @Test
  void should_let_nobody_in_without_the_password() throws Exception {
    try (var server = start(17)) {
      assertThatThrownBy(() ->
              DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      DriverManager.getConnection(server.jdbcUrlWithPassword("postgres")).close();
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("password"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
        .isEqualTo("rwx------");
  }

  @Test
  void should_tell_what_the_server_says_when_it_does_not_start() {
    EmbeddedOptions options = EmbeddedOptions.persistent(folder).linger(Duration.ZERO);
    assertThatThrownBy(() -> EmbeddedPostgres.start(options.setting("work_mem", "much")))
        .asInstanceOf(type(SlipwayException.class))
        .satisfies(
            e -> assertThat(e.code()).isEqualTo(EmbeddedError.SERVER_START_FAILED),
            e -> assertThat(e.what()).contains("invalid value for parameter \"work_mem\""));
    EmbeddedPostgres.start(options).close();
  }

  @Test
  void should_refuse_a_folder_that_another_container_uses() throws Exception {
    start(17).close();
    Files.writeString(folder.resolve("machine"), "machine-elsewhere");
    Files.writeString(folder.resolve("heartbeat"), "");
    assertThatThrownBy(() -> start(17))
        .asInstanceOf(type(SlipwayException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(EmbeddedError.DATA_IN_USE_ELSEWHERE));
  }

  private EmbeddedPostgres start(int version) {
    return EmbeddedPostgres.start(
        EmbeddedOptions.persistent(folder).version(version).linger(Duration.ZERO));
  }
}
