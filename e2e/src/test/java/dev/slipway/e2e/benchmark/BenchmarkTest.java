package dev.slipway.e2e.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Scope;
import dev.slipway.diff.Differ;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures introspection against {@code pg_dump --schema-only} on the same embedded server, and
 * comparing and planning, on made-up schemas of growing size; writes {@code
 * target/benchmark/results.md}.
 */
@Tag("benchmark")
class BenchmarkTest {

  private static final int VERSION = 15;
  private static final int REPETITIONS = 3;

  @Test
  void should_measure_the_curve() throws Exception {
    var rows = new StringBuilder();
    for (String size :
        System.getProperty("benchmark.tables", "500,1000,2000,5000,10000").split(",")) {
      int tables = Integer.parseInt(size);
      rows.append(measure(tables + " tables", SyntheticSchema.scripts(tables), tables).row());
    }
    Path big =
        Path.of(
            System.getProperty("corpus", "../../shared/corpus"),
            "apps/postgrest-big-schema/schema.sql");
    if (Files.exists(big)) {
      rows.append(measure("postgrest-big-schema", List.of(Files.readString(big)), 0).row());
    }
    Path results = Path.of("target/benchmark/results.md");
    Files.createDirectories(results.getParent());
    Files.writeString(results, rows);
    assertThat(rows).isNotEmpty();
  }

  private static Measured measure(String name, List<String> scripts, int tables) throws Exception {
    EmbeddedOptions options =
        EmbeddedOptions.temporary()
            .version(VERSION)
            .setting("autovacuum", "off")
            .setting("max_locks_per_transaction", "2048");
    var dialect = new Postgres();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(options);
        EmbeddedShadow shadow = EmbeddedShadow.open(dialect, VERSION, List.of())) {
      load(server, scripts);
      long empty = usedHeap();
      Catalog catalog = Catalog.empty(dialect.engine());
      List<Duration> reads = new ArrayList<>();
      List<Duration> dumps = new ArrayList<>();
      for (int i = 0; i < REPETITIONS; i++) {
        try (Connection connection = server.connect("postgres")) {
          Duration before = CpuClock.thread();
          catalog = dialect.introspect(connection, Scope.all());
          reads.add(CpuClock.thread().minus(before).plus(session(connection)));
        }
        dumps.add(dump(server));
      }
      long heap = (usedHeap() - empty) >> 20;
      Catalog other = changed(server, dialect, tables);
      var planner = new SchemaPlanner(dialect, shadow);
      Catalog one = catalog;
      return new Measured(
          name,
          one.size(),
          least(reads),
          least(dumps),
          time(() -> Differ.compare(one, other)),
          time(() -> planner.plan(one, Desired.of(other))),
          time(() -> planner.create(one)),
          heap);
    }
  }

  private static void load(EmbeddedPostgres server, List<String> scripts) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String script : scripts) {
        if (!script.isBlank()) {
          statement.execute(script);
        }
      }
      statement.execute("analyze");
    }
  }

  private static Catalog changed(EmbeddedPostgres server, Postgres dialect, int tables)
      throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (int number = 0; number < tables; number += 50) {
        statement.execute(
            "alter table s%d.t%d add column extra text".formatted(number / 100, number));
      }
      return dialect.introspect(connection, Scope.all());
    }
  }

  /** What the session's process has used so far: it does nothing but the work that is measured. */
  private static Duration session(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select pg_catalog.pg_read_file('/proc/self/stat')")) {
      found.next();
      return CpuClock.ofProcess(found.getString(1));
    }
  }

  /** The program and the session that it had, both of which have ended. */
  private static Duration dump(EmbeddedPostgres server)
      throws IOException, InterruptedException, SQLException {
    long self = ProcessHandle.current().pid();
    long postmaster = postmaster(server);
    awaitNoSession(postmaster);
    Duration before = CpuClock.endedChildrenOf(self).plus(CpuClock.endedChildrenOf(postmaster));
    var program =
        new ProcessBuilder(
            System.getProperty("benchmark.pg_dump", "/usr/lib/postgresql/15/bin/pg_dump"),
            "--schema-only",
            "--host=127.0.0.1",
            "--port=" + server.port(),
            "--username=" + EmbeddedPostgres.SUPERUSER,
            "--file=/dev/null",
            "postgres");
    program.environment().putAll(Map.of("PGPASSWORD", server.password()));
    int exit = program.inheritIO().start().waitFor();
    assertThat(exit).as("pg_dump ended with").isZero();
    awaitNoSession(postmaster);
    return CpuClock.endedChildrenOf(self).plus(CpuClock.endedChildrenOf(postmaster)).minus(before);
  }

  /** A session's process ends, and its time is counted, some moments after the client has gone. */
  private static void awaitNoSession(long postmaster) {
    while (CpuClock.commandsOfChildrenOf(postmaster)
        .anyMatch(line -> line.isEmpty() || line.contains("127.0.0.1"))) {
      Thread.onSpinWait();
    }
  }

  private static long postmaster(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select split_part(pg_catalog.pg_read_file('postmaster.pid'), E'\\n', 1)")) {
      found.next();
      return found.getLong(1);
    }
  }

  private static Duration time(Runnable work) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      Duration before = CpuClock.thread();
      work.run();
      times.add(CpuClock.thread().minus(before));
    }
    return least(times);
  }

  private static Duration least(List<Duration> times) {
    return times.stream().min(Duration::compareTo).orElseThrow();
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
