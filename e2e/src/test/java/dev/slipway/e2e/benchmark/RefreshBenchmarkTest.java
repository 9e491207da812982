package dev.slipway.e2e.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Configuration;
import dev.slipway.dialect.Watcher;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.refresh.Refresh;
import dev.slipway.refresh.RefreshProgress;
import dev.slipway.refresh.Refreshed;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to bring five per cent of a table's rows, and all of them, masked ({@code
 * -Dbenchmark.rows=1000000}), and how much memory is in use at most while that runs. Writes {@code
 * target/benchmark/refresh.md}.
 */
@Tag("benchmark")
class RefreshBenchmarkTest {

  private static final long ROWS = Long.getLong("benchmark.rows", 1_000_000);

  private static final String TABLES =
      """
      create table person (
        id bigint primary key, email text not null unique, full_name text not null,
        phone text not null);
      create table message (
        id bigint primary key, author bigint not null references person, body text not null,
        sent timestamptz not null);
      create index on message (author);
      """;

  @TempDir Path folder;

  @Test
  void should_time_masked_rows() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| rows of the table | brought | rows that came | seconds | rows a second | memory |");
    lines.add("| --- | --- | --- | --- | --- | --- |");
    try (EmbeddedPostgres from = EmbeddedPostgres.start(EmbeddedOptions.temporary());
        EmbeddedPostgres to = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      fill(from);
      try (Connection connection = to.connect("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute(TABLES);
      }
      lines.add(measured(from, to, "5%", "none"));
      lines.add(measured(from, to, "all", "all"));
    }
    Path results = Path.of("target/benchmark/refresh.md");
    Files.createDirectories(results.getParent());
    Files.write(results, lines);
  }

  private String measured(
      EmbeddedPostgres from, EmbeddedPostgres to, String messages, String people) throws Exception {
    Files.writeString(
        folder.resolve("slipway.yml"),
        """
        schema: sql:schema.sql
        migrations: db
        environments:
          staging: { url: "%s", stamp: none }
          production: { url: "%s", stamp: none, protected: true }
        """
            .formatted(to.jdbcUrlWithPassword("postgres"), from.jdbcUrlWithPassword("postgres")));
    Path masking =
        Files.writeString(
            folder.resolve("masking.yml"),
            """
            salt: "${SALT}"
            rows:
              public.message: %s
              public.person: %s
            columns:
              public.person.email: { fake: email }
              public.person.full_name: { fake: name }
              public.person.phone: keep format
              public.message.body: keep format
            """
                .formatted(messages, people));
    Map<String, String> variables = Map.of("SALT", "a salt for benchmarks alone");
    Configuration configuration =
        Configuration.load(
            folder.resolve("slipway.yml"),
            "slipway.yml",
            variables,
            List.of("staging", "production"));
    System.gc();
    var memory = new Peak();
    long start = System.nanoTime();
    Refreshed refreshed;
    try (Workspace workspace = Workspace.open(configuration, Clock.systemUTC(), Watcher.NOBODY)) {
      refreshed =
          new Refresh(workspace, configuration, variables)
              .run(
                  "staging",
                  "production",
                  masking,
                  /* dryRun= */ false,
                  ExecutorOptions.defaults(),
                  question -> {},
                  memory);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long rows =
        refreshed.tables().stream()
            .mapToLong(table -> table.rows() == null ? 0 : table.rows())
            .sum();
    assertThat(rows).isPositive();
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %,d | %.1f | %,.0f | %d MB |",
        ROWS,
        messages,
        rows,
        seconds,
        rows / seconds,
        memory.bytes / 1_000_000);
  }

  /** The most that was in use of the heap; rubbish that nobody took out yet counts. */
  private static final class Peak implements RefreshProgress {

    private long bytes;

    @Override
    public void choosing(long rows) {
      look();
    }

    @Override
    public void copying(String table, long rows, long about) {
      look();
    }

    private void look() {
      bytes = Math.max(bytes, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
  }

  private static void fill(EmbeddedPostgres server) throws SQLException, IOException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
      statement.execute(
          "insert into person select g, 'p' || g || '@corp.test', 'Person ' || g,"
              + " '+49 170 ' || g from generate_series(1, "
              + ROWS / 10
              + ") g");
      statement.execute(
          "insert into message select g, 1 + g % "
              + ROWS / 10
              + ", 'said something about ' || g || ' of the many things', now()"
              + " from generate_series(1, "
              + ROWS
              + ") g");
      statement.execute("analyze");
    }
  }
}
