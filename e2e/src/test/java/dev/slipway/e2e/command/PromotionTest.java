package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Migrations on their way from one cluster to another one. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "kills processes with signals")
final class PromotionTest {

  /** The states that a promotion without a failure enters, in their order. */
  private static final List<String> STATES =
      List.of(
          "preflight",
          "rehearsal",
          "evidence",
          "approval",
          "window",
          "backup",
          "apply",
          "verify",
          "smoke",
          "watch");

  /** Whoever comes to a boundary is held there until the process is gone. */
  private static final String HOLD =
      """
      create function slipway.hold() returns trigger language plpgsql as $$
      begin
        if new.state = tg_argv[0] and new.outcome <> 'blocked' then
          perform pg_catalog.pg_sleep(600);
        end if;
        return new;
      end $$;
      create trigger hold before %s on slipway.deployment_step
        for each row execute function slipway.hold('%s')
      """;

  private static final String RELEASE = "drop function slipway.hold cascade";

  private static final String SLEEPS =
      "select exists(select from pg_stat_activity where wait_event = 'PgSleep')";

  private static final String ROWS =
      "select count(*) || ' ' || sum(hashtext(id || text || chat_id)) from message";

  @TempDir Path folder;
  private EmbeddedPostgres first;
  private EmbeddedPostgres second;
  private TestDatabase staging;
  private TestDatabase production;
  private UserProject project;
  private final List<String> columns = new ArrayList<>();

  @BeforeEach
  void start_clusters() throws Exception {
    first = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
    second = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
    staging = TestDatabase.create(first, "shop");
    production = TestDatabase.create(second, "shop");
    // The server ends what a process that was killed has left running.
    production.execute("alter database shop set client_connection_check_interval = '100ms'");
    project = new UserProject(folder);
    project.variable("STAGING", staging.url()).variable("PRODUCTION", production.url());
    project.variable("SLIPWAY_ACTOR", "ann");
    configure("");
    project.file("verify/rows.sql", "-- slipway: expect: rows\nselect id from message;\n");
    project.file("smoke/shell.yml", "- { command: [sh, -c, \"exit 0\"] }\n");
    project.file(
        "watch/twice.sql",
        """
        -- slipway: check: no text twice
        -- slipway: expect: no rows
        select text from message group by text having count(*) > 1;
        """);
    schema();
    project.generate("first");
    project.run("env", "stamp", "staging").ends(0);
    project.run("env", "stamp", "production").ends(0);
    for (TestDatabase each : List.of(staging, production)) {
      project.run("migrate", each.equals(staging) ? "staging" : "production", "--yes").ends(0);
      each.execute(
          "insert into message select g, 'text ' || g, 1 + g % 7 from generate_series(1, 5000) g");
    }
  }

  @AfterEach
  void stop_clusters() {
    second.close();
    first.close();
  }

  private void configure(String more) throws IOException {
    project.file(
        "slipway.yml",
        """
        schema: sql:db/schema
        environments:
          staging: { url: "${STAGING}", watch: { for: 1s, every: 1s, in_a_row: 1 } }
          production:
            url: "${PRODUCTION}"
            protected: true
            after: staging
            watch: { for: 1s, every: 1s, in_a_row: 1 }
            promotion: { evidence: { max_age: 7d, needs: [verify, smoke, soak] }%s }
        """
            .formatted(more));
  }

  private void schema() throws IOException {
    project.file(
        "db/schema/message.sql",
        "create table message (id integer primary key, text text not null, chat_id integer not"
            + " null"
            + String.join("", columns.stream().map(each -> ", " + each + " integer").toList())
            + ");\ncreate index message_chat on message (chat_id);\n");
  }

  /** A migration that adds a column, tried in staging with all that production asks for. */
  private String next(String column) throws IOException {
    columns.add(column);
    schema();
    String name = project.generate(column);
    project.run("promote", "staging").ends(0);
    project.file(
        "soak/read.yml",
        """
        rate: 200
        count: 20
        steps:
          - sql: select text from message where id = ${n}
        limits: { average: 300s, p95: 500s }
        """);
    project.run("soak", "staging", "soak/read.yml", "--record").ends(0);
    return name;
  }

  private void approve() {
    project.run("approve", "production", "--by", "bob", "--yes").ends(0);
  }

  private String outcome() throws Exception {
    return production.value("select outcome from slipway.deployment order by id desc limit 1");
  }

  @Test
  void should_bring_migrations_from_staging_to_production_and_back() throws Exception {
    String rows = production.value(ROWS);
    columns.add("seq");
    schema();
    String name = project.generate("seq");

    project.run("promote", "production", "--yes").ends(3);
    assertThat(project.run("promote", "production", "--plan").ends(1).out())
        .contains(name + " is not applied to staging");
    project.run("promote", "staging").ends(0);
    assertThat(project.run("promote", "production", "--resume", "--yes").ends(3).err())
        .contains("no soak was done in staging");
    project.file(
        "soak/read.yml",
        """
        rate: 200
        count: 40
        steps:
          - sql: select text from message where id = ${n}
        limits: { average: 300s, p95: 500s }
        """);
    project.run("soak", "staging", "soak/read.yml", "--record").ends(0);
    assertThat(project.run("promote", "production", "--resume", "--yes").ends(3).err())
        .contains("0 of 1 approval");
    approve();
    production.execute("insert into message values (0, 'text 1', 1)");
    Ran back = project.run("promote", "production", "--resume", "--yes").ends(2);

    assertThat(back.err()).contains("no text twice").contains("taken back");
    assertThat(outcome()).isEqualTo("rolled_back");
    assertThat(production.value("select count(*) from slipway.migration")).isEqualTo("1");
    production.execute("delete from message where id = 0");
    assertThat(production.value(ROWS)).isEqualTo(rows);

    project.run("promote", "production", "--yes").ends(0);

    assertThat(outcome()).isEqualTo("done");
    assertThat(production.value(ROWS)).isEqualTo(rows);
    assertThat(production.value("select count(seq) from message")).isEqualTo("0");
    assertThat(project.run("env", "compare", "staging", "production").out())
        .doesNotContain("column");
    project.run("deployments", "production", "--html", "page.html").ends(0);
    assertThat(Files.readString(project.folder().resolve("page.html")))
        .contains("rolled back", "<svg", "no text twice", "before it", "Lock waits", name)
        .doesNotContain("http", "<script", "<link");
  }

  @Test
  void should_go_on_wherever_its_process_is_killed() throws Exception {
    String rows = production.value(ROWS);
    int promoted = 0;
    for (String state : STATES) {
      for (String boundary : List.of("insert", "update")) {
        if (boundary.equals("insert") && !List.of("preflight", "apply", "verify").contains(state)) {
          continue;
        }
        next("c" + promoted);
        project.run("promote", "production", "--yes").ends(3);
        approve();
        production.execute(HOLD.formatted(boundary, state));

        kill("promote", "production", "--resume", "--yes");

        assertThat(outcome()).as("%s, %s", state, boundary).isEqualTo("running");
        production.execute(RELEASE);
        project.run("promote", "production", "--resume", "--yes").ends(0);
        promoted++;
        assertThat(outcome()).as("%s, %s", state, boundary).isEqualTo("done");
        assertThat(production.value(ROWS)).as("%s, %s", state, boundary).isEqualTo(rows);
        assertThat(production.value("select count(*) from slipway.migration"))
            .isEqualTo(String.valueOf(1 + promoted));
      }
    }
    assertThat(production.value("select count(*) from slipway.deployment where outcome = 'done'"))
        .isEqualTo(String.valueOf(promoted));
  }

  @Test
  void should_go_on_taking_back_where_its_process_is_killed() throws Exception {
    String rows = production.value(ROWS);
    next("seq");
    project.run("promote", "production", "--yes").ends(3);
    approve();
    project.file("verify/rows.sql", "-- slipway: expect: no rows\nselect id from message;\n");
    production.execute(HOLD.formatted("update", "rollback"));

    kill("promote", "production", "--resume", "--yes");
    production.execute(RELEASE);
    project.run("promote", "production", "--resume", "--yes").ends(2);

    assertThat(outcome()).isEqualTo("rolled_back");
    assertThat(production.value(ROWS)).isEqualTo(rows);
    assertThat(production.value("select count(*) from slipway.migration")).isEqualTo("1");
  }

  @Test
  void should_wait_for_an_approval() throws Exception {
    next("seq");
    try (StartedCommand promote =
        project.start("promote", "production", "--yes", "--wait", "10m")) {
      production.await(
          "select exists(select from slipway.deployment_step where outcome = 'blocked')");
      assertThat(outcome()).isEqualTo("running");
      approve();
      promote.await().ends(0);
    }
    assertThat(outcome()).isEqualTo("done");
    assertThat(
            production.value(
                "select string_agg(state || ' ' || outcome, ', ' order by position)"
                    + " from slipway.deployment_step where state = 'approval'"))
        .isEqualTo("approval blocked, approval passed");
  }

  /** A backup may take longer than an approval holds, or than the window is open. */
  @Test
  void should_apply_nothing_where_the_approval_ended_while_the_backup_was_taken() throws Exception {
    next("seq");
    project.run("promote", "production", "--yes").ends(3);
    approve();
    production.execute(
        """
        create function slipway.hold() returns trigger language plpgsql as $$
        begin
          if new.state = 'backup' then perform pg_catalog.pg_advisory_xact_lock(4711); end if;
          return new;
        end $$;
        create trigger hold before update on slipway.deployment_step
          for each row execute function slipway.hold()
        """);
    Ran refused;
    try (Connection holder = second.connect("shop");
        Statement statement = holder.createStatement()) {
      statement.execute("select pg_advisory_lock(4711)");
      try (StartedCommand promote = project.start("promote", "production", "--resume", "--yes")) {
        production.await("select exists(select from pg_locks where objid = 4711 and not granted)");
        production.execute("delete from slipway.approval");
        statement.execute("select pg_advisory_unlock(4711)");
        refused = promote.await().ends(3);
      }
    }

    assertThat(refused.err()).contains("reviewed: 0 of 1 approval");
    assertThat(production.value("select count(*) from slipway.migration")).isEqualTo("1");
    production.execute(RELEASE);
    approve();
    project.run("promote", "production", "--resume", "--yes").ends(0);
  }

  @Test
  void should_refuse_a_backup_of_which_one_byte_was_changed() throws Exception {
    next("seq");
    project.run("promote", "production", "--yes").ends(3);
    approve();
    production.execute(HOLD.formatted("insert", "apply"));
    kill("promote", "production", "--resume", "--yes");
    production.execute(RELEASE);
    flipOneByte(project.folder().resolve(".slipway/backups/production"));

    Ran refused = project.run("promote", "production", "--resume", "--yes").ends(3);

    assertThat(refused.err()).contains("error[backup-damaged]");
    assertThat(production.value("select count(*) from slipway.migration")).isEqualTo("1");
    assertThat(outcome()).isEqualTo("running");
  }

  @Test
  void should_apply_nothing_where_the_backup_finds_no_room() throws Exception {
    configure(", rehearse: none");
    production.execute(
        "insert into message select g, md5(g::text), 1 from generate_series(10000, 310000) g");
    next("seq");
    project.run("promote", "production", "--yes").ends(3);
    approve();

    Ran refused;
    try (StartedCommand promote =
        project.startWithFilesOf(2_000_000, "promote", "production", "--resume", "--yes")) {
      refused = promote.await().ends(2);
    }

    assertThat(refused.err()).contains("error[backup-not-written]").contains("too large");
    assertThat(production.value("select count(*) from slipway.migration")).isEqualTo("1");
    assertThat(project.folder().resolve(".slipway/backups/production")).isEmptyDirectory();
    project.run("promote", "production", "--resume", "--yes").ends(0);
    assertThat(outcome()).isEqualTo("done");
  }

  /** Runs a command until it is held at a boundary, and kills it there. */
  private void kill(String... command) throws Exception {
    try (StartedCommand started = project.start(command)) {
      production.await(SLEEPS);
      started.kill();
      started.await();
    }
    production.await(
        "select not exists(select from pg_stat_activity where wait_event = 'PgSleep')");
    production.await(
        "select not exists(select from pg_locks where locktype = 'advisory' and granted)");
  }

  private static void flipOneByte(Path backups) throws IOException {
    try (Stream<Path> files = Files.walk(backups)) {
      Path largest =
          files
              .filter(Files::isRegularFile)
              .filter(each -> each.toString().endsWith(".zst"))
              .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
              .orElseThrow();
      try (var file = new RandomAccessFile(largest.toFile(), "rw")) {
        file.seek(file.length() / 2);
        int before = file.read();
        file.seek(file.length() / 2);
        file.write(before ^ 1);
      }
    }
  }
}
