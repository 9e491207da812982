package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A migration that is stopped in the middle, on the embedded server that it started itself. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "sends signals to process groups")
final class InterruptedMigrateTest {

  private static final String SLEEPS =
      "select exists(select from pg_stat_activity where wait_event = 'PgSleep'"
          + " and datname = current_database())";

  @TempDir Path folder;
  private UserProject project;
  private EmbeddedPostgres server;
  private TestDatabase database;
  private String first;
  private String second;

  @BeforeEach
  void write_two_migrations() throws IOException {
    project =
        new UserProject(folder)
            .file(
                "slipway.yml",
                """
                schema: sql:db/schema
                environments:
                  dev: { url: embedded }
                """)
            .file("db/schema/a.sql", "create table a (id integer);");
    first = project.generate("first");
    project.file("db/schema/b.sql", "create table b (id integer);");
    second = project.generate("second");
    project.run("status").ends(0);
    server =
        EmbeddedPostgres.start(
            EmbeddedOptions.persistent(project.folder().resolve(".slipway/postgres/dev")));
    database = new TestDatabase(server, "dev");
    project.file(
        up(),
        """
        create table b (id integer);
        select pg_sleep(case when (select count(*) from slipway.run) = 1 then 600 else 0 end);
        insert into b values (1);
        """);
  }

  @AfterEach
  void leave_server() {
    server.close();
  }

  private String up() {
    return "db/migrations/" + second + "/up.sql";
  }

  @Test
  void should_take_back_one_migration_when_ctrl_c_is_pressed() throws Exception {
    Ran canceled;
    try (StartedCommand migrate = project.start("migrate")) {
      database.await(SLEEPS);
      migrate.pressCtrlC();
      canceled = migrate.await().ends(130);
    }

    assertThat(canceled.err())
        .contains(
            "applied " + first,
            "error[canceled]: Canceled while statement 2 of 3 of " + second + " ran.",
            "up.sql:2:1",
            "Nothing of " + second + " stayed. 1 of 2 applied before it stays: " + first + ".",
            "next: Run the command again to go on.");
    assertThat(database.rows("select outcome from slipway.run")).containsExactly("canceled");
    requireOnlyTheFirst();
    requireTheRerunToComplete("canceled");
  }

  @Test
  void should_go_on_after_kill_9() throws Exception {
    try (StartedCommand migrate = project.start("migrate")) {
      database.await(SLEEPS);
      migrate.kill();
      migrate.await();
    }
    // The server notices by itself that nobody waits for the statement, long before it ends.
    database.await("select not exists(select from pg_locks where locktype = 'advisory')");

    requireOnlyTheFirst();
    requireTheRerunToComplete("killed");
  }

  private void requireOnlyTheFirst() throws SQLException {
    assertThat(database.rows("select name from slipway.migration")).containsExactly(first);
    assertThat(
            database.rows(
                "select relname from pg_class where relnamespace = 'public'::regnamespace"))
        .containsExactly("a");
    assertThat(database.value("select count(*) from pg_locks where locktype = 'advisory'"))
        .isEqualTo("0");
    Ran status = project.run("status", "--output", "json").ends(0);
    assertThat(status.json().get("pending").values())
        .extracting(name -> name.asString())
        .containsExactly(second);
  }

  private void requireTheRerunToComplete(String outcome) throws SQLException {
    Ran again = project.run("migrate", "--output", "json").ends(0);
    assertThat(again.names("applied")).containsExactly(second);
    assertThat(database.rows("select id from b")).containsExactly("1");
    assertThat(database.rows("select outcome from slipway.run order by id"))
        .containsExactlyElementsOf(Arrays.asList(outcome, "done"));
    assertThat(project.run("status").ends(0).out()).contains("Up to date.");
  }
}
