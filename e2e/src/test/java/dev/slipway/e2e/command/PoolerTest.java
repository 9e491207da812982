package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.Project;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What doctor and migrate say of a real PgBouncer in between; CI installs it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Debian's PgBouncer is used")
@Timeout(120)
final class PoolerTest {

  private static final Path PGBOUNCER = Path.of("/usr/sbin/pgbouncer");

  private static final Path REFUSAL =
      Project.root().resolve("e2e/src/test/cases/errors/pooled-session.txt");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "transaction, extra_float_digits, failed, gives each transaction another session",
    "session, extra_float_digits, ok, sessions stay"
  })
  void should_tell_what_a_pool_does(String mode, String ignored, String state, String what)
      throws Exception {
    assertThat(PGBOUNCER).as("apt-get install pgbouncer").exists();
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      server.createDatabase("shop");
      int port = freePort();
      Process pool = start(server, port, mode, ignored);
      try {
        var project =
            new UserProject(folder)
                .variable(
                    "URL",
                    "postgresql://postgres:" + server.password() + "@127.0.0.1:" + port + "/shop")
                .file(
                    "slipway.yml",
                    "schema: sql:a.sql\nenvironments:\n  dev: { url: \"${URL}\", stamp: none }\n")
                .file("a.sql", "create table a (id integer);");

        Ran ran = project.run("doctor").ends(state.equals("ok") ? 0 : 1);

        assertThat(ran.out().lines().filter(line -> line.contains("  pooler  ")).toList())
            .as(ran.out())
            .singleElement()
            .satisfies(line -> assertThat(line).contains(state, what));
        assertThat(ran.out()).doesNotContain(server.password());

        project.run("generate", "--name", "first").ends(0);
        Ran migrated = project.run("migrate", "--quiet").ends(state.equals("ok") ? 0 : 2);
        if (!state.equals("ok")) {
          assertThat(migrated.err()).isEqualTo(Files.readString(REFUSAL));
        }
      } finally {
        pool.destroy();
        assertThat(pool.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void should_say_that_a_pool_passes_no_role_on() throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      server.createDatabase("shop");
      int port = freePort();
      Process pool = start(server, port, "session", "extra_float_digits");
      try {
        Ran refused =
            new UserProject(folder)
                .variable("PASSWORD", server.password())
                .file(
                    "slipway.yml",
                    """
                    schema: sql:a.sql
                    environments:
                      dev:
                        { host: 127.0.0.1, port: %d, database: shop, user: postgres,
                          password: "${PASSWORD}", read_as: pg_monitor, stamp: none }
                    """
                        .formatted(port))
                .file("a.sql", "create table a (id integer);")
                .run("status")
                .ends(2);

        assertThat(refused.err())
            .contains("error[role-refused]", "does not pass on", "alter role USER set role");
      } finally {
        pool.destroy();
        assertThat(pool.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private Process start(EmbeddedPostgres server, int port, String mode, String ignored)
      throws Exception {
    Path users =
        Files.writeString(folder.resolve("users"), "\"postgres\" \"" + server.password() + "\"\n");
    Path settings =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            """
            [databases]
            shop = host=127.0.0.1 port=%d dbname=shop user=postgres password=%s
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = plain
            auth_file = %s
            pool_mode = %s
            ignore_startup_parameters = %s
            """
                .formatted(server.port(), server.password(), port, users, mode, ignored));
    List<String> command =
        isRoot()
            ? List.of("runuser", "-u", "nobody", "--", PGBOUNCER.toString(), settings.toString())
            : List.of(PGBOUNCER.toString(), settings.toString());
    if (isRoot()) {
      // The pool refuses to be root, and somebody else has to get at its files.
      for (Path file : List.of(folder, users, settings)) {
        assertThat(file.toFile().setReadable(true, false)).isTrue();
        file.toFile().setExecutable(true, false);
      }
    }
    Process pool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pgbouncer.log").toFile())
            .start();
    while (!answers(port)) {
      assertThat(pool.isAlive()).as(Files.readString(folder.resolve("pgbouncer.log"))).isTrue();
      Thread.onSpinWait();
    }
    return pool;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name", "").equals("root");
  }

  private static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
