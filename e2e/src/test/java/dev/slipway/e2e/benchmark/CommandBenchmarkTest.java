package dev.slipway.e2e.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.benchmark.TimedCommand.Step;
import dev.slipway.e2e.benchmark.TimedCommand.Timing;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Times Slipway's commands and those of its peers on the same schemas, histories and server; writes
 * {@code target/benchmark/commands.md}. Nothing asserts a duration.
 */
@Tag("benchmark")
class CommandBenchmarkTest {

  private static final int TABLES = Integer.getInteger("benchmark.tables.of.commands", 1000);
  private static final int MIGRATIONS = Integer.getInteger("benchmark.migrations", 1000);
  private static final int RUNS = Integer.getInteger("benchmark.runs", 5);
  private static final Path ROOT = Path.of(System.getProperty("slipway.project.root", ".."));
  private static final Path WORK = Path.of("target/benchmark/commands").toAbsolutePath();
  private static final Peers PEERS = new Peers(Path.of("target/benchmark/peers").toAbsolutePath());
  private static final StringBuilder ROWS = new StringBuilder();

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    delete(WORK);
    Files.createDirectories(WORK);
    server =
        EmbeddedPostgres.start(
            EmbeddedOptions.temporary()
                .version(15)
                .setting("max_locks_per_transaction", "2048")
                .setting("fsync", "on"));
    for (boolean changed : List.of(false, true)) {
      var definition = new SyntheticDefinition(TABLES, changed);
      String name = changed ? "changed" : "base";
      definition.writeJava(WORK.resolve("sources-" + name), WORK.resolve("classes-" + name));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    Files.writeString(WORK.resolveSibling("commands.md"), ROWS);
    assertThat(ROWS).isNotEmpty();
  }

  @Test
  void should_time_the_start() throws Exception {
    row("`--version`", slipway(WORK, "--version"), RUNS, () -> {});
    row("`--version`", drizzle("drizzle-0.31", WORK, "--version"), RUNS, () -> {});
  }

  @Test
  void should_time_migrations() throws Exception {
    var migrations = new SyntheticMigrations(MIGRATIONS);
    String all = "`migrate`, %,d pending".formatted(MIGRATIONS);
    String none = "`migrate`, nothing to do";

    Path project = project("history", "java:classes-base", "applied");
    migrations.writeSlipway(project.resolve("db"));
    row(all, slipway(project, "migrate"), RUNS, () -> recreate("applied"));
    row(none, slipway(project, "migrate"), RUNS, () -> {});
    row("`status`, nothing to do", slipway(project, "status"), RUNS, () -> {});

    Path scripts = WORK.resolve("scripts");
    migrations.writeScripts(scripts);
    row(all, psql(scripts), RUNS, () -> recreate("plain"));

    Path kit = drizzleProject("drizzle-0.31", "drizzle-history", "drizzled");
    migrations.writeDrizzle(kit.resolve("out"));
    row(all, drizzle("drizzle-0.31", kit, "migrate"), RUNS, () -> recreate("drizzled"));
    row(none, drizzle("drizzle-0.31", kit, "migrate"), RUNS, () -> {});

    Path flyway = WORK.resolve("flyway");
    migrations.writeFlyway(flyway);
    row(all, flyway(flyway), RUNS, () -> recreate("flown"));
    row(none, flyway(flyway), RUNS, () -> {});
  }

  @Test
  void should_time_generate() throws Exception {
    Path project = project("generating", "java:" + WORK.resolve("classes-base"), "unused");
    Path changed = project("changing", "java:" + WORK.resolve("classes-changed"), "unused");
    String from = "`generate`, %,d tables, ".formatted(TABLES);
    row(
        from + "from nothing",
        slipway(project, "generate", "--name", "first"),
        RUNS,
        () -> {
          delete(project.resolve("db"));
          delete(project.resolve(".slipway"));
        });
    row(from + "nothing changed", slipway(project, "generate", "--name", "no"), RUNS, () -> {});
    row(
        from + "5 % changed",
        slipway(changed, "generate", "--name", "second"),
        RUNS,
        () -> {
          delete(changed.resolve("db"));
          delete(changed.resolve(".slipway"));
          copy(project.resolve("db"), changed.resolve("db"));
          copy(project.resolve(".slipway"), changed.resolve(".slipway"));
        });

    Path kit = drizzleProject("drizzle-0.31", "drizzle-generating", "unused");
    Path schema = kit.resolve("schema.ts");
    TimedCommand generate = drizzle("drizzle-0.31", kit, "generate");
    Files.writeString(schema, new SyntheticDefinition(TABLES, false).drizzle());
    row(from + "from nothing", generate, RUNS, () -> delete(kit.resolve("out")));
    row(from + "nothing changed", generate, RUNS, () -> {});
    copy(kit.resolve("out"), kit.resolve("first"));
    Files.writeString(schema, new SyntheticDefinition(TABLES, true).drizzle());
    row(
        from + "5 % changed",
        generate,
        RUNS,
        () -> {
          delete(kit.resolve("out"));
          copy(kit.resolve("first"), kit.resolve("out"));
        });
  }

  @Test
  void should_time_comparing_with_a_database() throws Exception {
    Path project = project("pushing", "java:" + WORK.resolve("classes-base"), "pushed");
    recreate("pushed");
    slipway(project, "push").time(1, () -> {});
    String what = ", %,d tables, nothing to do".formatted(TABLES);
    row("`push`" + what, slipway(project, "push"), RUNS, () -> {});
    row(
        "`diff`" + what,
        slipway(project, "diff", "dev", "java:" + WORK.resolve("classes-base")),
        RUNS,
        () -> {});

    Path kit = drizzleProject("drizzle-rc", "drizzle-pushing", "drizzle_pushed");
    Files.writeString(kit.resolve("schema.ts"), new SyntheticDefinition(TABLES, false).drizzle());
    recreate("drizzle_pushed");
    drizzle("drizzle-rc", kit, "push").time(1, () -> {});
    row("`push`" + what, drizzle("drizzle-rc", kit, "push"), 1, () -> {});
  }

  @Test
  void should_time_pull() throws Exception {
    Path project = project("pulling", "java:classes-of-nobody", "pulled");
    Path source = project("pulled", "java:" + WORK.resolve("classes-base"), "pulled");
    recreate("pulled");
    slipway(source, "push").time(1, () -> {});
    String what = "`pull`, %,d tables".formatted(TABLES);
    Path into = project.resolve("into");
    row(what, slipway(project, "pull", "dev", "--into", into.toString()), RUNS, () -> delete(into));
    row(
        what,
        command("pg_dump --schema-only", WORK, Path.of("pg_dump"), "--schema-only", url("pulled")),
        RUNS,
        () -> {});

    Path kit = drizzleProject("drizzle-rc", "drizzle-pulling", "pulled");
    row(what, drizzle("drizzle-rc", kit, "pull"), 1, () -> delete(kit.resolve("out")));
  }

  private static void row(String work, TimedCommand command, int runs, Step before)
      throws Exception {
    Timing timing = command.time(runs, before);
    String row =
        "| %s | %s | %.3f | %.2f | %s |%n"
            .formatted(
                work,
                command.name(),
                timing.median().toNanos() / 1e9,
                timing.processor().toMillis() / 1e3,
                timing.peak() == 0 ? "–" : timing.peak());
    System.out.print(row);
    ROWS.append(row);
  }

  private static TimedCommand slipway(Path folder, String... arguments) {
    return command("Slipway", folder, ROOT.resolve("slipway").toAbsolutePath(), arguments);
  }

  private static TimedCommand drizzle(String version, Path folder, String... arguments)
      throws Exception {
    return command(
        version.replace("drizzle-", "drizzle-kit "),
        folder,
        Path.of(Peers.drizzleKit(PEERS.drizzle(version))),
        arguments);
  }

  private static TimedCommand flyway(Path files) throws Exception {
    return command(
        "Flyway",
        files,
        PEERS.flyway(),
        "-url=jdbc:postgresql://127.0.0.1:" + server.port() + "/flown",
        "-user=" + EmbeddedPostgres.SUPERUSER,
        "-password=" + server.password(),
        "-locations=filesystem:" + files,
        "migrate");
  }

  /** One session, a transaction and a row of a ledger for each file. */
  private static TimedCommand psql(Path scripts) throws IOException {
    var all = new StringBuilder("create table ledger (name text, at timestamptz default now());\n");
    try (Stream<Path> files = Files.list(scripts)) {
      for (Path file : files.sorted().toList()) {
        all.append("begin;\n\\i ").append(file).append('\n');
        all.append("insert into ledger (name) values ('")
            .append(file.getFileName())
            .append("');\ncommit;\n");
      }
    }
    Path script = Files.writeString(WORK.resolve("all.sql"), all);
    return command(
        "psql",
        WORK,
        Path.of("psql"),
        "-Xqf",
        script.toString(),
        "-v",
        "ON_ERROR_STOP=1",
        url("plain"));
  }

  private static TimedCommand command(String name, Path folder, Path program, String... arguments) {
    return new TimedCommand(
        name,
        folder,
        Map.of("NO_COLOR", "1"),
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
  }

  private static Path project(String name, String schema, String database) throws IOException {
    Path folder = Files.createDirectories(WORK.resolve(name));
    Files.writeString(
        folder.resolve("slipway.yml"),
        """
        schema: %s
        migrations: db
        postgres: 15
        environments:
          dev: { url: "%s", stamp: none }
        """
            .formatted(schema, url(database)));
    return folder;
  }

  private static Path drizzleProject(String version, String name, String database)
      throws Exception {
    Path folder = Files.createDirectories(WORK.resolve(name));
    Path modules = PEERS.drizzle(version).resolve("node_modules");
    Files.createSymbolicLink(folder.resolve("node_modules"), modules);
    Files.writeString(
        folder.resolve("drizzle.config.ts"),
        """
        export default { "dialect": "postgresql", "schema": "./schema.ts", "out": "./out",
          "dbCredentials": { "url": "%s" } };
        """
            .formatted(url(database)));
    return folder;
  }

  private static String url(String database) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(EmbeddedPostgres.SUPERUSER, server.password(), server.port(), database);
  }

  private static void recreate(String database) {
    if (server.databases().contains(database)) {
      server.dropDatabase(database);
    }
    server.createDatabase(database);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
