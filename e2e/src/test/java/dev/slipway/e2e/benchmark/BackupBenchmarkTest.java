package dev.slipway.e2e.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.benchmark.TimedCommand.Timing;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our copy beside {@code pg_dump -Fd -j2} and {@code pg_restore -j2}, whole processes that take
 * turns on one server, with files that nobody compresses, so that both write the same; and our
 * proof of a dump, which reads every row a second time. {@code -Dbenchmark.rows=N} says how many
 * rows the largest of three tables has, {@code -Dbenchmark.runs=N} how often each runs. Writes
 * {@code target/benchmark/backup.md}.
 */
@Tag("benchmark")
class BackupBenchmarkTest {

  private static final int ROWS = Integer.getInteger("benchmark.rows", 2_000_000);
  private static final int RUNS = Integer.getInteger("benchmark.runs", 3);

  /** What the process of ours may take; the target is 256 MiB for all of it. */
  private static final String HEAP = "-Xmx96m";

  private final List<String> lines = new ArrayList<>();
  private String classPath = "";
  private List<String> started = List.of();
  @TempDir Path folder;

  @Test
  void should_time_copies_beside_the_servers_own_programs() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(EmbeddedOptions.temporary().version(15))) {
      server.createDatabase("full");
      fill(server);
      archive(server);
      Path dumped = folder.resolve("dumped");
      Path plain = folder.resolve("plain");
      Path proved = folder.resolve("proved");
      Path packed = folder.resolve("packed");
      turns(
          "back up, as it is",
          List.of(
              ours("create", server, "full", plain, "NONE"),
              command(
                  "pg_dump -Fd -j2 -Z0",
                  server,
                  "pg_dump",
                  "-Fd",
                  "-j2",
                  "-Z0",
                  "-f",
                  dumped.toString(),
                  "full"),
              named("Slipway --with pg_dump", "create", server, "full", proved, "NONE", "PG_DUMP")),
          () -> {
            delete(plain);
            delete(dumped);
            delete(proved);
          });
      turns(
          "back up, compressed",
          List.of(
              ours("create", server, "full", packed, "ZSTD"),
              command(
                  "pg_dump -Fd -j2 (gzip)",
                  server,
                  "pg_dump",
                  "-Fd",
                  "-j2",
                  "-f",
                  folder.resolve("gzip").toString(),
                  "full")),
          () -> {
            delete(packed);
            delete(folder.resolve("gzip"));
          });
      turns(
          "restore, as it is",
          List.of(
              ours("restore", server, "back", plain),
              command(
                  "pg_restore -j2",
                  server,
                  "pg_restore",
                  "-j2",
                  "-d",
                  "back_too",
                  dumped.toString()),
              named("Slipway of a dump", "restore", server, "back_dump", proved)),
          () -> {
            create(server, "back");
            create(server, "back_too");
            create(server, "back_dump");
          });
      assertThat(count(server, "back_dump")).isEqualTo(count(server, "full"));
      assertThat(count(server, "back")).isEqualTo(count(server, "full"));
      assertThat(count(server, "back_too")).isEqualTo(count(server, "full"));
    }
    Path report = Path.of("target/benchmark/backup.md");
    Files.createDirectories(report.getParent());
    Files.writeString(
        report,
        "| work | tool | seconds | CPU of the client | MiB |\n| --- | --- | --- | --- | --- |\n"
            + String.join("\n", lines)
            + "\n");
  }

  /** Each runs once before either runs again, so that others on the machine disturb both. */
  private void turns(String work, List<TimedCommand> commands, TimedCommand.Step before)
      throws Exception {
    List<List<Timing>> timings = new ArrayList<>();
    commands.forEach(each -> timings.add(new ArrayList<>()));
    for (int run = 0; run < RUNS; run++) {
      before.run();
      for (int i = 0; i < commands.size(); i++) {
        timings.get(i).add(commands.get(i).time(1, () -> {}));
      }
    }
    for (int i = 0; i < commands.size(); i++) {
      Timing median =
          timings.get(i).stream()
              .sorted(Comparator.comparing(Timing::median))
              .skip(RUNS / 2)
              .findFirst()
              .orElseThrow();
      lines.add(
          "| %s | %s | %.2f | %.2f | %d |"
              .formatted(
                  work,
                  commands.get(i).name(),
                  median.median().toMillis() / 1e3,
                  median.processor().toMillis() / 1e3,
                  timings.get(i).stream().mapToLong(Timing::peak).max().orElse(0)));
    }
  }

  /**
   * Writes the archive of loaded classes that {@code ./slipway} writes at its first start too; its
   * class path has to be of jars alone.
   */
  private void archive(EmbeddedPostgres server) throws Exception {
    Path archive = folder.resolve("start.archive");
    Path first = folder.resolve("first");
    new TimedCommand(
            "the archive",
            folder,
            Map.of(),
            java(
                List.of("-XX:AOTCacheOutput=" + archive),
                "create",
                server.jdbcUrlWithPassword("full"),
                first,
                "ZSTD"))
        .time(1, () -> {});
    delete(first);
    assertThat(archive).isNotEmptyFile();
    started = List.of("-XX:AOTCache=" + archive);
  }

  private String jars() {
    List<String> jars = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path entry = Path.of(each);
      if (Files.isDirectory(entry)) {
        Path jar = folder.resolve("classes-" + jars.size() + ".jar");
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "-cf", jar.toString(), "-C", each, ".");
        jars.add(jar.toString());
      } else if (Files.isRegularFile(entry)) {
        jars.add(each);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private List<String> java(List<String> options, Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:ReservedCodeCacheSize=24m"));
    command.addAll(options);
    if (classPath.isEmpty()) {
      classPath = jars();
    }
    command.addAll(List.of("-cp", classPath, BackupProcess.class.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  private TimedCommand ours(
      String action, EmbeddedPostgres server, String database, Object... more) {
    return named("Slipway", action, server, database, more);
  }

  private TimedCommand named(
      String name, String action, EmbeddedPostgres server, String database, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(action, server.jdbcUrlWithPassword(database)));
    arguments.addAll(List.of(more));
    return new TimedCommand(name, folder, Map.of(), java(started, arguments.toArray()));
  }

  private TimedCommand command(String name, EmbeddedPostgres server, String... command) {
    return new TimedCommand(
        name,
        folder,
        Map.of(
            "PGHOST",
            "127.0.0.1",
            "PGPORT",
            String.valueOf(server.port()),
            "PGUSER",
            EmbeddedPostgres.SUPERUSER,
            "PGPASSWORD",
            server.password()),
        List.of(command));
  }

  private static void fill(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.connect("full");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table person (id bigint primary key, name text not null, mail text unique,
            born date, settings jsonb);
          create table message (id bigint primary key, person bigint not null references person,
            text text, at timestamptz not null default now(), score numeric(10, 2));
          create index message_person on message (person, at);
          create table event (id bigint primary key, kind text, value double precision);
          insert into person select g, 'Person ' || g, 'p' || g || '@example.org',
              date '1950-01-01' + (g %% 20000)::int, jsonb_build_object('a', g, 'b', 'x' || g)
            from generate_series(1, %1$d / 10) g;
          insert into message select g, 1 + g %% (%1$d / 10), repeat(md5(g::text), 1 + (g %% 4)::int),
              timestamptz '2026-01-01' + g * interval '1 s', g / 7.0
            from generate_series(1, %1$d) g;
          insert into event select g, 'kind ' || g %% 17, random() from generate_series(1, %1$d / 2) g;
          analyze;
          """
              .formatted(ROWS));
    }
  }

  private static void create(EmbeddedPostgres server, String database) {
    if (server.databases().contains(database)) {
      server.dropDatabase(database);
    }
    server.createDatabase(database);
  }

  private static long count(EmbeddedPostgres server, String database) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select (select count(*) from person) + (select count(*) from message)"
                    + " + (select count(*) from event)")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
