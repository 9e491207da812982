package dev.slipway.e2e.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Configuration;
import dev.slipway.dialect.Watcher;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.postgres.Postgres;
import dev.slipway.workspace.Checked;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long {@code check} takes as histories grow ({@code -Dbenchmark.migrations=100,1000}): half of
 * the migrations create a table. Writes {@code target/benchmark/check.md}.
 */
@Tag("benchmark")
class CheckBenchmarkTest {

  private static final String[] SIZES =
      System.getProperty("benchmark.migrations", "100,300,1000").split(",");

  @TempDir Path folder;

  @Test
  void should_time_check() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String size : SIZES) {
      int count = Integer.parseInt(size.strip());
      Path project = folder.resolve(size.strip());
      Files.createDirectories(project.resolve("db"));
      Files.writeString(
          project.resolve("slipway.yml"),
          "schema: migrations:db/migrations\nmigrations: db/migrations\n");
      new SyntheticMigrations(count).writeSlipway(project.resolve("db/migrations"));
      assertThat(
              new MigrationFolder(project.resolve("db/migrations"), new Postgres())
                  .history()
                  .names())
          .hasSize(count);
      long start = System.nanoTime();
      Checked checked;
      var steps = new Steps();
      try (Workspace workspace =
          Workspace.open(
              Configuration.load(
                  project.resolve("slipway.yml"), "slipway.yml", Map.of(), List.of()),
              Clock.systemUTC(),
              steps)) {
        checked = workspace.check();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      assertThat(checked.findings()).isEmpty();
      lines.add(
          "| %d | %d | %.1f | %.1f |"
              .formatted(count, checked.rows().tables(), seconds, steps.seconds()));
    }
    Path report = Path.of("target/benchmark/check.md");
    Files.createDirectories(report.getParent());
    Files.writeString(
        report,
        "| migrations | tables with rows | seconds | of these with rows |\n"
            + "| --- | --- | --- | --- |\n"
            + String.join("\n", lines)
            + "\n");
  }

  /** When the proof with rows began and ended. */
  private static final class Steps implements Watcher {
    private long first;
    private long last;

    @Override
    public void at(String what, int done, int of) {
      if (what.contains("with rows")) {
        last = System.nanoTime();
        first = first == 0 ? last : first;
      }
    }

    double seconds() {
      return (last - first) / 1e9;
    }
  }
}
