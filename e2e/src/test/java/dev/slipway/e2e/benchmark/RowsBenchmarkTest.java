package dev.slipway.e2e.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.migration.RowChecker;
import dev.slipway.migration.RowFinding;
import dev.slipway.migration.Target;
import dev.slipway.plan.RowCheck;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long preflight's questions to the rows take, as tables grow ({@code
 * -Dbenchmark.rows=100000,1000000,10000000}); one row in each table stands in the way. Writes
 * {@code target/benchmark/rows.md}.
 */
@Tag("benchmark")
class RowsBenchmarkTest {

  private static final String[] SIZES =
      System.getProperty("benchmark.rows", "100000,1000000,10000000").split(",");

  private static final String BEFORE =
      """
      create table chat (id int primary key);
      create table message (
        id bigint primary key, chat int, mail text not null, number text not null, length int);
      """;

  private static final String AFTER =
      """
      create table chat (id int primary key);
      create table message (
        id bigint primary key, chat int not null references chat, mail text not null unique,
        number int not null, length int check (length > 0));
      """;

  @TempDir Path folder;

  @Test
  void should_time_questions_to_rows() throws Exception {
    var dialect = new Postgres();
    List<RowCheck> checks;
    try (Shadow shadow = EmbeddedShadow.open(dialect, 17, List.of())) {
      checks =
          new SchemaPlanner(dialect, shadow)
              .plan(read(dialect, shadow, BEFORE).catalog(), read(dialect, shadow, AFTER))
              .checks()
              .toList();
    }
    Map<String, List<String>> lines = new LinkedHashMap<>();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      for (String size : SIZES) {
        String name = "rows_" + size;
        server.createDatabase(name);
        fill(server, name, Long.parseLong(size));
        var target = Target.at(dialect, new DatabaseUrl(server.jdbcUrlWithPassword(name)));
        for (RowCheck check : checks) {
          long start = System.nanoTime();
          List<RowFinding> found =
              new RowChecker(dialect, Duration.ofHours(1)).check(target, List.of(check));
          double seconds = (System.nanoTime() - start) / 1e9;
          assertThat(found).as(check.demand()).hasSize(1);
          lines
              .computeIfAbsent(check.demand(), demand -> new ArrayList<>())
              .add(String.format(Locale.ROOT, "%.2f", seconds));
        }
      }
    }
    Path results = Path.of("target/benchmark/rows.md");
    Files.createDirectories(results.getParent());
    Files.write(
        results,
        lines.entrySet().stream()
            .map(line -> "| " + line.getKey() + " | " + String.join(" | ", line.getValue()) + " |")
            .toList());
  }

  private Desired read(Postgres dialect, Shadow shadow, String sql) throws IOException {
    Path file = Files.writeString(folder.resolve("read.sql"), sql);
    return new SourceReader(dialect, shadow, folder, List.of(), (database, path) -> {})
        .read(new Source.SqlFiles(file));
  }

  private static void fill(EmbeddedPostgres server, String database, long rows)
      throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(BEFORE);
      statement.execute("insert into chat select g from generate_series(1, 1000) g");
      statement.execute(
          "insert into message select g, 1 + g % 1000, 'mail' || g, g::text, 1"
              + " from generate_series(1, "
              + rows
              + ") g");
      statement.execute(
          "insert into message values (0, null, 'mail1', 'seven', 0), (-1, 0, 'mail0', '0', 1)");
      statement.execute("vacuum analyze message");
    }
  }
}
