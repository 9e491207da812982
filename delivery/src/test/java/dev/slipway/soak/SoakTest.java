package dev.slipway.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Configuration;
import dev.slipway.dialect.Watcher;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.verification.CheckResult;
import dev.slipway.workspace.EnvironmentGuard;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Load on a chat application of this machine and its database. */
final class SoakTest {

  private static final Map<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** {@code seq} is given under the lock of the chat, so that it has no gaps. */
  private static final String SCHEMA =
      """
      create table chat (id integer primary key, last_seq integer not null default 0);
      insert into chat (id) select generate_series(1, 5);
      create table message (
        chat_id integer not null references chat, seq integer not null,
        client_generated_id text not null, body text not null);
      create function send(integer, text, text) returns integer language plpgsql as $$
      declare given integer;
      begin
        update chat set last_seq = last_seq + 1 where id = $1 returning last_seq into given;
        insert into message values ($1, given, $2, $3);
        return given;
      end $$;
      """;

  private static final String INVARIANTS =
      """
      -- slipway: check: no message twice
      -- slipway: expect: no rows
      select client_generated_id from message group by 1 having count(*) > 1;

      -- slipway: check: seq orders the messages of each chat
      -- slipway: expect: no rows
      select chat_id from message group by 1
      having count(*) <> max(seq) or count(distinct seq) <> count(*);
      """;

  private static final String SENDING =
      """
      rate: 200
      count: 400
      warm_up: 100ms
      concurrency: 8
      steps:
        - name: send
          method: POST
          url: "${APP}/messages"
          headers: { Content-Type: application/json, Authorization: "Bearer ${KEY}" }
          body: '{"id": "${uuid}", "chat": ${random(1,5)}, "body": "message ${n}"}'
          status: 201
          keep: { seq: /seq, chat: /chat }
        - name: read
          url: "${APP}/messages/${send.chat}/${send.seq}"
      limits: { average: 300ms, p95: 500ms, errors: 0%, throughput: 20 }
      invariants: rows
      """;

  @TempDir Path folder;
  private @Nullable ChatApplication running;

  @AfterAll
  static void stop_servers() {
    SERVERS.values().forEach(EmbeddedPostgres::close);
    SERVERS.clear();
  }

  @AfterEach
  void stop_application() {
    if (running != null) {
      running.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_send_messages_that_come_once_and_in_order(int version) throws Exception {
    String database = start(version);

    SoakRun run = soak(database, SENDING);

    assertThat(run.failures()).isEmpty();
    assertThat(run.missed()).isZero();
    assertThat(run.rounds().count()).isEqualTo(400);
    assertThat(run.steps()).extracting(SoakTimes::count).containsExactly(400L, 400L);
    assertThat(run.seconds().stream().mapToLong(SoakSecond::rounds).sum()).isEqualTo(400);
    assertThat(run.limits())
        .extracting(SoakLimit::name)
        .containsExactly("average", "p95", "errors", "throughput");
    assertThat(run.invariants()).hasSize(2).allMatch(CheckResult::isPassed);
    assertThat(run.isPassed()).isEqualTo(run.limits().stream().allMatch(SoakLimit::isKept));
    assertThat(text(version, database, "select count(*)::text from message")).isEqualTo("420");
  }

  @Test
  void should_find_messages_that_were_taken_twice() throws Exception {
    String database = start(17);
    application().takeTwice(10);

    SoakRun run = soak(database, SENDING);

    assertThat(run.failures()).isEmpty();
    assertThat(run.isPassed()).isFalse();
    assertThat(run.invariants()).extracting(CheckResult::isPassed).containsExactly(false, true);
  }

  @Test
  void should_count_failures_and_hide_what_variables_stand_for() throws Exception {
    String database = start(17);
    application().refuse();

    SoakRun run = soak(database, SENDING.replace("${APP}/messages\"", "${APP}/${KEY}\""));

    assertThat(run.rounds().errors()).isEqualTo(400);
    assertThat(run.steps()).extracting(SoakTimes::count).containsExactly(400L, 0L);
    assertThat(run.failures()).containsOnly(Map.entry("send: the status is 500", 400L));
    assertThat(run.limits())
        .filteredOn(each -> !each.isKept())
        .extracting(SoakLimit::name)
        .contains("errors", "throughput");
    assertThat(run.toString()).doesNotContain(ChatApplication.KEY);
  }

  /** Half of the rounds are due while the only worker waits for one answer. */
  @Test
  void should_measure_from_the_moment_at_which_a_round_was_due() throws Exception {
    String database = start(17);
    application().standStill(600);

    SoakRun run =
        soak(
            database,
            """
            rate: 100
            count: 100
            concurrency: 1
            steps: [{ url: "${APP}/health" }]
            """);

    assertThat(run.failures()).isEmpty();
    assertThat(run.rounds().percentile("p75")).isGreaterThan(200);
    assertThat(run.rounds().percentile("max")).isGreaterThanOrEqualTo(600);
    assertThat(run.rounds().percentile("p50")).isGreaterThan(run.steps().get(0).mean());
  }

  @Test
  void should_count_rounds_that_can_not_begin_in_time_as_failed() throws Exception {
    String database = start(17);
    application().standStill(8000);

    SoakRun run =
        soak(
            database,
            """
            rate: 100
            count: 50
            concurrency: 1
            steps: [{ url: "${APP}/health" }]
            limits: { errors: 50% }
            """);

    assertThat(run.missed()).isEqualTo(49);
    assertThat(run.failures())
        .containsExactly(Map.entry("it could not begin in time: all workers were busy", 49L));
    assertThat(run.isPassed()).isFalse();
    assertThat(run.rounds().percentile("p50")).isGreaterThan(7000);
  }

  @Test
  void should_bind_values_of_statements_and_go_on_after_a_lost_connection() throws Exception {
    String database = start(17);

    SoakRun run =
        soak(
            database,
            """
            rate: 100
            count: 30
            concurrency: 2
            steps:
              - name: send
                sql: select send(1, ${uuid}, ${QUOTED}) as seq, '{"a":1}'::jsonb ? 'a' as has
              - name: break
                sql: >
                  select case when ${send.seq} = 10 then pg_terminate_backend(pg_backend_pid()) end
            limits: { errors: 10% }
            """);

    assertThat(run.failures()).hasSize(1);
    assertThat(run.failures().keySet())
        .allMatch(each -> each.startsWith("break: the server refuses it"));
    assertThat(run.rounds().errors()).isEqualTo(1);
    assertThat(run.isPassed()).isTrue();
    assertThat(text(17, database, "select string_agg(distinct body, ',') from message"))
        .isEqualTo("it's \"quoted\" ? $1");
  }

  private ChatApplication application() {
    return Objects.requireNonNull(running);
  }

  private String start(int version) throws Exception {
    EmbeddedPostgres server =
        SERVERS.computeIfAbsent(
            version, any -> EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version)));
    String name = "soaked_" + NUMBER.incrementAndGet();
    server.createDatabase(name);
    try (Connection connection = server.connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute(SCHEMA);
    }
    running = new ChatApplication(server, name);
    return server.jdbcUrlWithPassword(name);
  }

  private static String text(int version, String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(version);
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  private SoakRun soak(String url, String scenario) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("rows"));
    Files.writeString(folder.resolve("rows/rows.sql"), INVARIANTS);
    Files.writeString(folder.resolve("scenario.yml"), scenario);
    Path file = folder.resolve("slipway.yml");
    Files.writeString(
        file, "schema: sql:db\nenvironments:\n  staging: { url: \"${URL}\", stamp: none }\n");
    Map<String, String> variables =
        Map.of(
            "URL",
            url,
            "APP",
            application().address(),
            "KEY",
            ChatApplication.KEY,
            "QUOTED",
            "it's \"quoted\" ? $1");
    Configuration configuration =
        Configuration.load(file, "slipway.yml", variables, List.of("staging"));
    try (Workspace workspace =
        Workspace.open(configuration, Clock.systemUTC(), Watcher.NOBODY, EnvironmentGuard.NONE)) {
      var soak = new Soak(workspace, configuration, "staging", variables, Clock.systemUTC());
      return soak.run(soak.scenario(folder.resolve("scenario.yml")), SoakListener.NOBODY);
    }
  }
}
