package dev.slipway.e2e.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.Progress;
import dev.slipway.migration.Share;
import dev.slipway.migration.Target;
import dev.slipway.postgres.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty sessions write while a migration builds an index, validates a foreign key, fills a column
 * in batches and makes it not null: none of them is refused anything. How long they wait is written
 * to {@code e2e/target/benchmark/writers.md}; {@code -Dwriters.rows=1000000} makes it a benchmark,
 * beside the same statements as a careful person would run them, see {@link ByHand}; {@code
 * -Dwriters.share=10} leaves the writers nine tenths of the time.
 */
@Timeout(1800)
final class UndisturbedWritersTest {

  private static final int WRITERS = 50;
  private static final int ROWS = Integer.getInteger("writers.rows", 20_000);
  private static final Share SHARE = new Share(Integer.getInteger("writers.share", 100));
  private static final long QUIET_SECONDS = ROWS >= 1_000_000 ? 20 : 3;

  private static final String UP =
      """
      create index concurrently message_chat_idx on message (chat, id);
      alter table message add constraint message_chat_fkey foreign key (chat) references chat not valid;
      commit;
      alter table message validate constraint message_chat_fkey;
      commit;
      alter table message add column seq bigint;
      alter table message alter column seq set default 0;
      commit;
      -- slipway: backfill table=message key=id batch=500 remaining='seq is null'
      update message set seq = id where seq is null;
      alter table message add constraint message_seq check (seq is not null) not valid;
      commit;
      alter table message validate constraint message_seq;
      commit;
      alter table message alter column seq set not null;
      alter table message drop constraint message_seq;
      """;

  @TempDir Path folder;

  @Test
  void should_refuse_no_writer_anything() throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      fill(server, "shop");
      var dialect = new Postgres();
      var target = Target.at(dialect, new DatabaseUrl(server.jdbcUrlWithPassword("shop")));
      var migrations = new MigrationFolder(folder, dialect);
      Fingerprint nothing = Catalog.empty(Engine.POSTGRESQL).fingerprint();
      migrations.write(
          MigrationName.next(Clock.systemUTC(), "seq", List.of()),
          new MigrationFolder.Draft(
              UP,
              "alter table message drop column seq;",
              new Manifest(List.of(), nothing, nothing, List.of(), List.of(), "test"),
              Catalog.empty(Engine.POSTGRESQL)));
      List<String> lines = new ArrayList<>();
      try (var writers = new Writers(server, "shop", ROWS, WRITERS)) {
        pause();
        long before = System.nanoTime();
        pause();
        long start = System.nanoTime();
        lines.add(line("before", start - before, writers.between(before, start)));
        var steps = new Steps(writers, lines);
        new Executor(target, ExecutorOptions.defaults().withShare(SHARE).withProgress(steps))
            .migrate(migrations.history(), null);
        long end = System.nanoTime();
        lines.add(line("all of it", end - start, writers.between(start, end)));
        assertThat(writers.errors()).isEmpty();
      }
      try (Connection connection = server.connect("shop");
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select (select count(*) from message where seq is null),"
                      + " (select attnotnull from pg_attribute where attname = 'seq'"
                      + " and attrelid = 'message'::regclass),"
                      + " (select convalidated from pg_constraint where conname ="
                      + " 'message_chat_fkey'),"
                      + " (select indisvalid from pg_index where indexrelid ="
                      + " 'message_chat_idx'::regclass)")) {
        rows.next();
        assertThat(rows.getLong(1)).isZero();
        assertThat(List.of(rows.getBoolean(2), rows.getBoolean(3), rows.getBoolean(4)))
            .containsExactly(true, true, true);
      }
      if (ROWS >= 1_000_000 || Boolean.getBoolean("writers.by.hand")) {
        fill(server, "by_hand");
        try (var writers = new Writers(server, "by_hand", ROWS, WRITERS);
            Connection connection = server.connect("by_hand")) {
          pause();
          long before = System.nanoTime();
          pause();
          long start = System.nanoTime();
          lines.add(line("before, by hand", start - before, writers.between(before, start)));
          new ByHand(connection, (sql, began, ended) -> step(lines, writers, sql, began, ended))
              .run();
          long end = System.nanoTime();
          lines.add(line("all of it, by hand", end - start, writers.between(start, end)));
          assertThat(writers.errors()).isEmpty();
        }
      }
      Path results = Path.of("target/benchmark/writers.md");
      Files.createDirectories(results.getParent());
      Files.write(results, lines);
    }
  }

  private static void fill(EmbeddedPostgres server, String database) throws Exception {
    server.createDatabase(database);
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table chat (id int primary key);
          insert into chat select g from generate_series(1, 100) g;
          create table message (
            id bigint generated always as identity primary key, chat int not null, text text not null);
          """);
      statement.execute(
          "insert into message (chat, text) select 1 + g % 100, repeat('word ', 20)"
              + " from generate_series(1, "
              + ROWS
              + ") g");
      statement.execute("vacuum analyze message");
    }
  }

  private static void pause() throws InterruptedException {
    TimeUnit.SECONDS.sleep(QUIET_SECONDS);
  }

  private static String line(String what, long nanos, Writers.Latency latency) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %,d | %.1f | %.1f | %.1f |",
        what,
        nanos / 1e9,
        latency.writes(),
        latency.p50() / 1000.0,
        latency.p99() / 1000.0,
        latency.longest() / 1000.0);
  }

  private static void step(
      List<String> lines, Writers writers, String sql, long began, long ended) {
    if (ended - began > Duration.ofMillis(500).toNanos()) {
      lines.add(line("`" + sql + "`", ended - began, writers.between(began, ended)));
    }
  }

  /** A line for each statement that took longer than half a second. */
  private static final class Steps implements Progress {

    private final Writers writers;
    private final List<String> lines;
    private String sql = "";
    private long began;

    Steps(Writers writers, List<String> lines) {
      this.writers = writers;
      this.lines = lines;
    }

    @Override
    public void statement(int number, int total, String statement) {
      sql = statement;
      began = System.nanoTime();
    }

    @Override
    public void ran(int number) {
      step(lines, writers, sql, began, System.nanoTime());
    }
  }
}
