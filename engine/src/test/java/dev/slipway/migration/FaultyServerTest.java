package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.ServerError;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server goes away, its disk is full, or others are in the way, in the middle of a run. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "sends signals, and limits files by prlimit")
@Timeout(300)
class FaultyServerTest {

  @TempDir Path temporary;
  private EmbeddedPostgres server;
  private TestFolder folder;

  @BeforeEach
  void start() throws SQLException {
    server = EmbeddedPostgres.start(EmbeddedOptions.persistent(temporary.resolve("server")));
    server.createDatabase("shop");
    FaultyMigrations.fill(target());
    folder = new TestFolder(temporary.resolve("migrations"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** When one of its processes is killed, the server ends all others at once and recovers. */
  @Test
  void should_go_on_after_the_server_was_stopped_at_once() throws Exception {
    FaultyMigrations.write(folder);
    String expected = undisturbed();
    for (int statement : new int[] {3, 5, 4, 6}) {
      var count = new int[1];
      assertThatThrownBy(() ->
              migrate(
                  new Progress() {
                    @Override
                    public void statement(int number, int total, String sql) {
                      count[0]++;
                      if (count[0] == statement) {
                        crash();
                      }
                    }
                  }))
          .hasMessageStartingWith("connection-lost: ");
      awaitRecovery();
    }
    migrate(Progress.SILENT);
    assertThat(state()).isEqualTo(expected);
  }

  /** No file may grow beyond a limit, which the server takes for a full disk. */
  @Test
  void should_leave_nothing_behind_when_the_disk_is_full() throws Exception {
    folder.add(
        "large",
        """
        update effect set times = times + 1 where step = 's1';
        create table large as
          select g, repeat(md5(g::text), 60) from generate_series(1, 40000) g;
        """,
        "drop table large;\nupdate effect set times = 0;");
    String before = state();
    limitFiles("33554432");
    assertThatThrownBy(() -> migrate(Progress.SILENT))
        .hasMessageStartingWith("statement-failed: Statement 2 of 2 ")
        .hasMessageContaining("could not ")
        .hasMessageContaining("Nothing of 20261121101500_large stayed.");
    assertThat(state()).isEqualTo(before);
    limitFiles("unlimited");
    migrate(Progress.SILENT);
    assertThat(new SegmentDatabase(target()).query("select times from effect where step = 's1'"))
        .containsExactly("1");
    assertThat(new SegmentDatabase(target()).query("select count(*) from large"))
        .containsExactly("40000");
  }

  @Test
  void should_say_that_others_hold_the_ledger() throws Exception {
    folder.add("a", "create table a ();", "drop table a;");
    migrate(Progress.SILENT);
    folder.add("b", "create table b ();", "drop table b;");
    try (Connection other = target().connect("other");
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table slipway.migration in access exclusive mode");
      assertThatThrownBy(() -> migrate(Progress.SILENT))
          .hasMessageStartingWith("lock-timeout: Reading the ledger failed");
      other.rollback();
      statement.execute("lock table slipway.migration in share mode");
      var gaveWay = new AtomicBoolean();
      migrate(
          new Progress() {
            @Override
            public void gaveWay(ServerError why, int attempt, Duration pause) {
              gaveWay.set(true);
              try {
                other.rollback();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            }
          });
      assertThat(gaveWay).isTrue();
    }
    assertThat(new SegmentDatabase(target()).query("select name from slipway.migration"))
        .hasSize(2);
  }

  /**
   * While one reader holds a table for half a minute and a migration wants it, every other session
   * gets at it within three seconds, since the migration gives way after two.
   */
  @Test
  void should_not_make_others_wait_behind_it() throws Exception {
    folder.add("a", "alter table account add column x int;", "alter table account drop column x;");
    List<String> refused = new CopyOnWriteArrayList<>();
    var isDone = new AtomicBoolean();
    List<Integer> attempts = new CopyOnWriteArrayList<>();
    try (Connection reader = target().connect("reader");
        Statement reading = reader.createStatement()) {
      reader.setAutoCommit(false);
      reading.execute("select count(*) from account");
      Thread hold =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  reading.execute("select pg_sleep(30)");
                  reader.rollback();
                } catch (SQLException e) {
                  refused.add("reader: " + e.getMessage());
                }
              });
      Thread others = Thread.ofPlatform().start(() -> readUntil(isDone, refused));
      migrate(
          new Progress() {
            @Override
            public void gaveWay(ServerError why, int attempt, Duration pause) {
              attempts.add(attempt);
            }
          });
      isDone.set(true);
      hold.join();
      others.join();
    }
    assertThat(refused).isEmpty();
    assertThat(attempts).hasSizeGreaterThan(1);
    assertThat(
            new SegmentDatabase(target())
                .query(
                    "select 1 from pg_attribute where attname = 'x' and not attisdropped"
                        + " and attrelid = 'account'::regclass"))
        .hasSize(1);
  }

  private void readUntil(AtomicBoolean isDone, List<String> refused) {
    try (Connection connection = target().connect("other");
        Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '3s'");
      while (!isDone.get()) {
        statement.execute("select count(*) from account");
      }
    } catch (SQLException e) {
      refused.add(e.getMessage());
    }
  }

  private String undisturbed() throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database undisturbed template shop");
    }
    Target other = target("undisturbed");
    new Executor(other, ExecutorOptions.defaults()).migrate(folder.history(), null);
    String state = new SegmentDatabase(other).state();
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database undisturbed with (force)");
    }
    return state;
  }

  private void migrate(Progress progress) {
    new Executor(target(), ExecutorOptions.defaults().withProgress(progress))
        .migrate(folder.history(), null);
  }

  private String state() {
    return new SegmentDatabase(target()).state();
  }

  private Target target() {
    return target("shop");
  }

  private Target target(String database) {
    return Target.at(new Postgres(), new DatabaseUrl(server.jdbcUrlWithPassword(database)));
  }

  private String postmaster() throws SQLException, IOException {
    try (Connection connection = server.connect("shop");
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("show data_directory")) {
      rows.next();
      return Files.readAllLines(Path.of(rows.getString(1), "postmaster.pid")).getFirst().strip();
    }
  }

  /**
   * The server limits itself, since it may run as another user: its new processes inherit it. The
   * program reads the row first: one that ends before would break the server's pipe.
   */
  private void limitFiles(String bytes) throws SQLException, IOException {
    new SegmentDatabase(target())
        .execute(
            "copy (select 1) to program 'cat > /dev/null; prlimit --pid "
                + postmaster()
                + " --fsize="
                + bytes
                + ":unlimited'");
  }

  private void crash() {
    List<String> processes =
        new SegmentDatabase(target())
            .query("select pid from pg_stat_activity where application_name ~ '^slipway migrate'");
    try {
      run("kill", "-KILL", processes.getFirst());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitRecovery() {
    while (!answers()) {
      Thread.onSpinWait();
    }
  }

  private boolean answers() {
    try (Connection connection = server.connect("shop")) {
      return connection.isValid(0);
    } catch (SQLException e) {
      return false;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
