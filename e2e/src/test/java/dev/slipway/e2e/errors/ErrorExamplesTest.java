package dev.slipway.e2e.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Dependencies;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.cli.output.Console;
import dev.slipway.cli.output.ErrorReport;
import dev.slipway.cli.output.Style;
import dev.slipway.compiler.SourceFolder;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.LockHolder;
import dev.slipway.dialect.MigrationLock;
import dev.slipway.e2e.Project;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.Progress;
import dev.slipway.migration.Target;
import dev.slipway.pgdump.Observed;
import dev.slipway.pgdump.PgDump;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.postgres.Postgres;
import dev.slipway.pull.Pulling;
import dev.slipway.question.Answers;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowRoles;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import dev.slipway.workspace.Allowances;
import dev.slipway.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Failures that no command shows in a case, since they need two sessions, a fault of Slipway or
 * another machine: the examples of the pages in {@code docs/errors}. {@code -Dgolden.update=true}
 * writes them.
 */
final class ErrorExamplesTest {

  private static final Path EXAMPLES = Project.root().resolve("e2e/src/test/cases/errors");

  private static EmbeddedPostgres server;

  @TempDir Path folder;

  @BeforeAll
  static void start_server() {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary());
    server.createDatabase("shop");
  }

  @AfterAll
  static void stop_server() {
    server.close();
  }

  @Test
  void should_say_who_holds_the_lock() throws Exception {
    try (Connection holder = server.connect("shop")) {
      assertThat(new Postgres().lock().tryTake(holder)).isTrue();
      check("lock-held", () -> apply(ExecutorOptions.defaults().withLockWait(Duration.ZERO)));
    }
  }

  @Test
  void should_say_that_it_was_canceled() throws Exception {
    var options = ExecutorOptions.defaults();
    options.cancellation().request();
    try (Connection holder = server.connect("shop")) {
      assertThat(new Postgres().lock().tryTake(holder)).isTrue();
      check("canceled", () -> apply(options));
    }
  }

  @Test
  void should_say_that_the_schema_changed_meanwhile() throws Exception {
    project("create table a (id integer);");
    MigrationLock lock = new Postgres().lock();
    try (Connection other = server.connect("shop");
        Workspace workspace =
            Workspace.open(
                Configuration.load(
                    folder.resolve("slipway.yml"),
                    "slipway.yml",
                    Map.of("URL", server.jdbcUrlWithPassword("shop")),
                    List.of("dev")),
                Clock.systemUTC())) {
      assertThat(lock.tryTake(other)).isTrue();
      // The plan is made when the lock is asked for.
      Progress meanwhile =
          new Progress() {
            @Override
            public void waiting(LockHolder holder) {
              try (Statement statement = other.createStatement()) {
                statement.execute("create table meanwhile (id integer)");
                lock.release(other);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            }
          };
      check(
          "target-changed",
          () ->
              workspace.push(
                  "dev",
                  Allowances.none(),
                  Answers.none(),
                  false,
                  ExecutorOptions.defaults().withProgress(meanwhile)));
    } finally {
      execute("drop table if exists meanwhile");
    }
  }

  @Test
  void should_say_that_a_migration_of_that_name_is_there() throws Exception {
    var migrations = new MigrationFolder(folder, new Postgres());
    Catalog empty = Catalog.empty(new Postgres().engine());
    var draft =
        new MigrationFolder.Draft(
            "select 1;\n",
            "select 1;\n",
            new Manifest(
                List.of(), empty.fingerprint(), empty.fingerprint(), List.of(), List.of(), "1.0"),
            empty);
    MigrationName name = MigrationName.next(Clock.systemUTC(), "first", List.of());
    migrations.write(name, draft);

    check("migration-exists", () -> migrations.write(name, draft));
  }

  @Test
  void should_say_what_the_clients_of_postgres_said() throws Exception {
    PgDump clients = PgDump.onPath().orElseThrow();
    check(
        "client-program-failed",
        () ->
            clients.dump(
                new DatabaseUrl(server.jdbcUrlWithPassword("nowhere")), new Observed(true)));
    check(
        "address-not-for-clients",
        () -> clients.dump(new DatabaseUrl("jdbc:postgresql:shop"), new Observed(true)));
  }

  @Test
  void should_say_that_a_server_is_too_old() throws Exception {
    try (OldServer old = OldServer.start()) {
      var url =
          new DatabaseUrl("postgresql://me@localhost:" + old.port() + "/shop?sslmode=disable");
      check("unsupported-server-version", () -> new Postgres().connect(url, "test"));
    }
  }

  @Test
  void should_say_that_a_database_fails() throws Exception {
    check("database-failed", () -> server.createDatabase("shop"));
    Connection closed = server.connect("shop");
    closed.close();
    check("shadow-failed", () -> ShadowRoles.createAll(closed, List.of("reader")));
  }

  @Test
  void should_say_that_a_server_was_not_stopped() throws Exception {
    Path data = Files.createDirectory(folder.toRealPath().resolve("dev"));
    EmbeddedOptions options = EmbeddedOptions.persistent(data).linger(Duration.ZERO);
    EmbeddedPostgres started = EmbeddedPostgres.start(options);
    Files.delete(data.resolve("lock"));
    Files.createDirectory(data.resolve("lock"));

    check("server-stop-failed", started::close);

    Files.delete(data.resolve("lock"));
    EmbeddedPostgres.start(options).close();
  }

  @Test
  void should_say_that_a_kind_has_no_renames() throws Exception {
    var from = ObjectId.of(Kind.SUBSCRIPTION, "news");
    check(
        "cannot-rename",
        () ->
            new Postgres()
                .renderer()
                .rename(from, from.withName("all_news"), Catalog.empty(new Postgres().engine())));
  }

  @Test
  void should_say_that_its_own_steps_are_wrong() throws Exception {
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), 17, List.of())) {
      Desired desired = read(shadow, "create table a (id integer);");
      Catalog empty = Catalog.empty(new Postgres().engine());

      check("proof-step-failed", () -> prove(shadow, "creat table a ()", empty, desired));
      check("proof-failed", () -> prove(shadow, "select 1", empty, desired));
      Dialect faulty = FaultyDialect.creatingBy("select 1");
      check(
          "pull-differs",
          () ->
              new Pulling(
                      faulty,
                      new SchemaPlanner(faulty, shadow),
                      reader(faulty, shadow),
                      Pulling.Check.CLASSES)
                  .pull(read(shadow, "create view v as select 1 as id;").catalog(), "app"));
    }
  }

  @Test
  void should_say_that_steps_need_each_other() throws Exception {
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), 17, List.of())) {
      Catalog sound =
          read(shadow, "create view a as select 1 as id; create view b as select 2 as id;")
              .catalog();
      ObjectId a = ObjectId.of(Kind.VIEW, "public", "a");
      ObjectId b = ObjectId.of(Kind.VIEW, "public", "b");
      Catalog circular =
          new Catalog(
              sound.engine(),
              sound.objects(),
              Dependencies.of(Map.of(a, Set.of(b), b, Set.of(a))),
              sound.columnOrder());
      check(
          "circular-dependency",
          () ->
              new SchemaPlanner(new Postgres(), shadow)
                  .plan(Catalog.empty(sound.engine()), Desired.of(circular)));
    }
  }

  @Test
  void should_say_that_there_are_no_sources() throws Exception {
    check("sources-unreadable", () -> SourceFolder.at(folder.resolve("src/main/java")));
  }

  @Test
  void should_say_that_java_has_no_compiler() throws Exception {
    project("");
    Files.writeString(folder.resolve("slipway.yml"), "schema: java:src\n");
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("src/Note.java"), "class Note {}");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--limit-modules",
                "java.se",
                "-Dslipway.postgres.binaries=" + System.getProperty("slipway.postgres.binaries"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.slipway.cli.Main",
                "export")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.PIPE)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(78);
    golden("no-compiler", said.replace(System.getProperty("java.home"), "/opt/jre"));
  }

  @Test
  void should_say_that_nobody_thought_of_it() throws Exception {
    var said = new ByteArrayOutputStream();
    var err = new PrintStream(said, true, StandardCharsets.UTF_8);
    new ErrorReport(new Console(err, err, Style.PLAIN, Style.PLAIN, false), false)
        .printUnexpected(new IllegalStateException("no such thing"), folder, false);

    golden(
        "internal-error",
        said.toString(StandardCharsets.UTF_8)
            .replaceAll("internal-error-\\d+", "internal-error-123"));
  }

  private void prove(Shadow shadow, String statement, Catalog before, Desired desired) {
    var planner = new SchemaPlanner(FaultyDialect.creatingBy(statement), shadow);
    planner.prove(planner.plan(before, desired), before, desired.catalog());
  }

  private Desired read(Shadow shadow, String sql) {
    try {
      Path file = Files.writeString(folder.resolve("read.sql"), sql);
      return reader(new Postgres(), shadow).read(new Source.SqlFiles(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceReader reader(Dialect dialect, Shadow shadow) {
    return new SourceReader(dialect, shadow, folder, List.of(), (database, path) -> {});
  }

  private void project(String sql) throws IOException {
    Files.writeString(
        folder.resolve("slipway.yml"),
        """
        schema: sql:schema.sql
        environments:
          dev: { url: "${URL}", stamp: none }
        """);
    Files.writeString(folder.resolve("schema.sql"), sql);
  }

  private static void apply(ExecutorOptions options) {
    new Executor(
            Target.at(new Postgres(), new DatabaseUrl(server.jdbcUrlWithPassword("shop"))), options)
        .apply(
            "push", List.of(dev.slipway.plan.Statement.of("create table b ()")), connection -> {});
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = server.connect("shop");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void check(String code, ThrowingCallable work) throws IOException {
    SlipwayException failure = catchThrowableOfType(SlipwayException.class, work);
    assertThat(failure).as(code).isNotNull();
    assertThat(failure.code().slug()).isEqualTo(code);
    golden(code, code + ": " + failure.what() + "\n" + failure.next() + "\n");
  }

  private void golden(String code, String said) throws IOException {
    String stable =
        said.replace(folder.toString(), "@FOLDER@")
            .replaceAll("\\b\\d{14}_", "20261121101500_")
            .replaceAll("(127\\.0\\.0\\.1|localhost)(:|\", port |, port )\\d+", "$1$25432")
            .replaceAll("since \\S+Z", "since 2026-11-21T10:15:00Z")
            .replaceAll("server process \\d+", "server process 4711")
            .replaceAll("(?m) +$", "");
    Path file = EXAMPLES.resolve(code + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(EXAMPLES);
      Files.writeString(file, stable);
    }
    assertThat(file).content().isEqualTo(stable);
  }
}
