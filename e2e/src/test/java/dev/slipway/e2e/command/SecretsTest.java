package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is nowhere but where the user put it, whatever goes well or wrong. */
final class SecretsTest {

  /** A part of the password that no encoding changes. */
  private static final String MARK = "xyzzy7";

  private static final String PASSWORD = "p@ss:" + MARK + "/%+ ü";
  private static final String ENCODED =
      URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20");

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("status"),
          List.of("generate"),
          List.of("migrate", "--dry-run"),
          List.of("migrate"),
          List.of("push", "--dry-run"),
          List.of("push"),
          List.of("diff", "dev", "sql:SCHEMA"),
          List.of("export", "dev"),
          List.of("check"),
          List.of("rollback", "--to", "beginning"));

  private static EmbeddedPostgres server;

  @TempDir Path folder;
  private UserProject project;
  private TestDatabase database;
  private final List<String> printed = new ArrayList<>();

  @BeforeAll
  static void start_server() throws SQLException {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary());
    new TestDatabase(server, "postgres")
        .execute("create role deploy superuser login password '" + PASSWORD + "'");
  }

  @AfterAll
  static void stop_server() {
    server.close();
  }

  @BeforeEach
  void write_project(TestInfo test) throws IOException {
    database =
        TestDatabase.create(
            server, "secrets_" + Integer.toHexString(test.getDisplayName().hashCode()));
    project =
        new UserProject(folder)
            .on(database)
            .file("db/schema/a.sql", "create table a (id integer primary key);");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://deploy:ENCODED@HOST/DATABASE",
        "jdbc:postgresql://HOST/DATABASE?user=deploy&password=ENCODED"
      })
  void should_keep_a_password_that_works(String form) throws Exception {
    project.variable("URL", address(form, ENCODED));

    for (List<String> command : COMMANDS) {
      assertThat(run(command).exit()).as(command.toString()).isZero();
    }
    run(List.of("migrate"));
    database.execute("insert into a values (1)");
    project.file("db/schema/a.sql", "create table a (id integer primary key check (id > 1));");
    run(List.of("generate", "--name", "fails"));
    assertThat(run(List.of("preflight")).exit()).isEqualTo(3);
    assertThat(run(List.of("migrate")).exit()).isEqualTo(3);
    edit("_fails");
    assertThat(run(List.of("migrate")).exit()).isEqualTo(2);

    requireNoSecret();
    assertThat(database.value("select count(*) from slipway.run")).isEqualTo("5");
    for (String table : List.of("ledger", "migration", "run", "run_part")) {
      assertThat(database.rows("select t::text from slipway." + table + " t").toString())
          .doesNotContain(MARK);
    }
  }

  /** Of a script that was edited, rows are asked nothing before it runs. */
  private void edit(String migration) throws IOException {
    try (Stream<Path> folders = Files.list(project.folder().resolve("db/migrations"))) {
      for (Path each : folders.filter(path -> path.toString().endsWith(migration)).toList()) {
        Path up = each.resolve("up.sql");
        Files.writeString(up, "select 1;\n" + Files.readString(up));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://deploy:WRONG@HOST/DATABASE",
        "jdbc:postgresql://HOST/DATABASE?user=deploy&password=WRONG",
        "postgresql://nobody:WRONG@HOST/DATABASE",
        "postgresql://deploy:ENCODED@HOST/missing",
        "postgresql://deploy:ENCODED@127.0.0.1:1/DATABASE",
        "postgresql://deploy:ENCODED@host.invalid/DATABASE",
        "postgresql://deploy:ENCODED@HOST0000/DATABASE",
        "postgresql://deploy:ENCODED@HOSTx/DATABASE",
        "postgresql://deploy:ENCODED@HOST/DATABASE?sslmode=strange",
        "postgresql://deploy:ENCODED@HOST/DATABASE?sslmode=verify-full",
        "postgresql://deploy:ENCODED@HOST/DATABASE?strange=1",
        "postgresql://deploy:PLAIN@HOST/DATABASE",
        "postgresql://deploy:xyzzy7#1@HOST/DATABASE",
        "postgresql:/deploy:ENCODED@HOST/DATABASE",
        "postgresql:deploy:ENCODED@HOST/DATABASE",
        "postgresql//deploy:ENCODED@HOST/DATABASE",
        "mysql://deploy:ENCODED@HOST/DATABASE",
        "deploy:ENCODED@HOST/DATABASE",
        "\"postgresql://deploy:ENCODED@HOST/DATABASE\""
      })
  void should_keep_a_password_that_does_not(String form) throws Exception {
    String address = address(form, form.contains("PLAIN") ? PASSWORD : ENCODED);
    project.variable("URL", address);

    for (List<String> command :
        List.of(List.of("status"), List.of("migrate"), List.of("export", "dev"))) {
      assertThat(run(command).exit()).as(command + " of " + address).isIn(2, 78);
    }
    for (List<String> command :
        List.of(
            List.of("status", address),
            List.of("export", address),
            List.of("diff", address, "dev"),
            List.of("diff", "--to", address),
            List.of("migrate", "dev", address),
            List.of("init", "--schema", address),
            List.of("--config", address, "status"),
            List.of("status", "--output", address),
            List.of(address),
            List.of("status", "--url=" + address))) {
      assertThat(run(command).exit()).as(command + " of " + address).isNotZero();
    }

    requireNoSecret();
  }

  @Test
  void should_keep_a_password_in_a_wrong_configuration() throws Exception {
    String address = address("postgresql://deploy:ENCODED@HOST/DATABASE", ENCODED);
    for (String configuration :
        List.of(
            "schema: sql:db/schema\nurl: %s",
            "migrations: %s",
            "postgres: %s",
            "prelude: %s",
            "environments: %s",
            "environments: { dev: %s }",
            "environments: { dev: [ \"%s\" ] }",
            "environments: { dev: { url: [ \"%s\" ] } }",
            "environments: { dev: { url: \"%s\", other: 1 } }",
            "environments: { dev: { url: \"%s\", protected: perhaps } }",
            "environments: { dev: { url: embedded, \"%s\": 1 } }",
            "environments: { \"%s\": { url: embedded } }",
            "environments: { dev: { url: \"%s }",
            "environments:\n  dev: { url: \"%s\" }\n dev: 1",
            "environments: { dev: { url: \"%s\" }, dev: { url: \"%1$s\" } }",
            "environments: { dev: { url: \"${%s}\" } }")) {
      project.file("slipway.yml", configuration.formatted(address) + "\n");
      Ran ran = run(List.of("status"));
      assertThat(ran.exit()).as(configuration + ran).isNotZero();
      requireNotPrinted();
    }
  }

  private String address(String form, String password) {
    return form.replace("ENCODED", password)
        .replace("PLAIN", password)
        .replace("WRONG", MARK)
        .replace("HOST", "127.0.0.1:" + server.port())
        .replace("DATABASE", database.name());
  }

  /** In both forms, with everything that helps to find a fault. */
  private Ran run(List<String> command) {
    String schema = project.folder().resolve("db/schema").toString();
    var text = new ArrayList<>(command);
    text.replaceAll(word -> word.replace("SCHEMA", schema));
    text.add("--stacktrace");
    Ran ran = project.run(text.toArray(String[]::new));
    printed.add(ran.out() + ran.err());
    assertThat(ran.err()).as(command.toString()).doesNotContain("internal-error");
    text.addAll(List.of("--output", "json"));
    Ran json = project.run(text.toArray(String[]::new));
    printed.add(json.out() + json.err());
    return ran;
  }

  private void requireNotPrinted() {
    assertThat(printed).allSatisfy(text -> assertThat(text).doesNotContain(MARK));
    printed.clear();
  }

  private void requireNoSecret() throws IOException {
    requireNotPrinted();
    try (Stream<Path> files = Files.walk(project.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(MARK);
      }
    }
  }
}
