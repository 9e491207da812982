package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.question.Answers;
import dev.slipway.workspace.Allowances;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePreparationTest {

  private static final TestServers SERVERS = new TestServers();

  @TempDir Path project;

  @AfterAll
  static void stop() {
    SERVERS.close();
  }

  @Test
  void should_load_the_prelude_and_the_migrations_of_a_project() throws Exception {
    Path file = project.resolve("slipway.yml");
    Files.writeString(
        file,
        """
        schema: sql:schema.sql
        migrations: migrations
        postgres: 16
        prelude: platform.sql
        environments:
          dev: { url: "${NOT_SET_HERE}", stamp: none }
        """);
    Files.writeString(project.resolve("platform.sql"), "CREATE SCHEMA auth;");
    Files.writeString(project.resolve("schema.sql"), "CREATE TABLE public.a (n int);");
    Configuration configuration = Configuration.load(file, file.toString(), Map.of(), List.of());
    try (Workspace workspace = Workspace.open(configuration, Clock.systemUTC())) {
      workspace.generate("first", Allowances.none(), Answers.none(), false);
    }

    DatabasePreparation preparation =
        DatabasePreparation.migrations(Files.createDirectory(project.resolve("module")));
    assertThat(preparation.postgres()).isEqualTo(16);
    SlipwayDatabase database = SERVERS.copyOf(preparation, preparation.postgres());
    assertThat(database.dsl().fetchValue("SELECT count(*) FROM a")).isEqualTo(0L);
    assertThat(database.dsl().fetchValue("SELECT to_regnamespace('auth')::text")).isEqualTo("auth");
  }

  @Test
  void should_say_where_no_project_was_found() throws IOException {
    DatabasePreparation preparation = DatabasePreparation.migrations(project);
    assertCode(preparation, TestingError.TEST_PROJECT_MISSING, project.toString());
  }

  @Test
  void should_name_the_script_that_is_refused() throws IOException {
    assertCode(
        DatabasePreparation.script("broken.sql"),
        TestingError.TEST_SCRIPT_REFUSED,
        "broken.sql: ERROR: relation \"a\" already exists");
    assertCode(
        DatabasePreparation.script("none.sql"), TestingError.TEST_SCRIPT_MISSING, "none.sql");
  }

  @Test
  void should_pass_on_what_a_preparation_fails_with() throws IOException {
    assertCode(
        database -> {
          throw new IllegalStateException("no fixtures");
        },
        TestingError.TEST_PREPARATION_FAILED,
        "no fixtures");
  }

  private void assertCode(DatabasePreparation preparation, TestingError code, String message)
      throws IOException {
    SlipwayException failure =
        catchThrowableOfType(SlipwayException.class, () -> SERVERS.copyOf(preparation, 17));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.what()).contains(message);
    checkExample(failure);
  }

  /** The example of the page in {@code docs/errors}; {@code -Dgolden.update=true} writes it. */
  private void checkExample(SlipwayException failure) throws IOException {
    String slug = failure.code().slug();
    String said =
        (slug + ": " + failure.what() + "\n" + failure.next() + "\n")
            .replace(project.toString(), "@PROJECT@")
            .replaceAll("\\$\\$Lambda\\S+", ".");
    Path golden =
        Path.of(
            System.getProperty("slipway.project.root"),
            "testing/src/test/cases/errors",
            slug + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.resolveSibling(""));
      Files.writeString(golden, said);
    }
    assertThat(golden).content().isEqualTo(said);
  }
}
