package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.question.Answers;
import dev.slipway.workspace.Allowances;
import dev.slipway.workspace.Workspace;
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
          dev: { url: "${NOT_SET_HERE}" }
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
  void should_say_where_no_project_was_found() {
    DatabasePreparation preparation = DatabasePreparation.migrations(project);
    assertCode(preparation, TestingError.TEST_PROJECT_MISSING, project.toString());
  }

  @Test
  void should_name_the_script_that_is_refused() {
    assertCode(
        DatabasePreparation.script("broken.sql"),
        TestingError.TEST_SCRIPT_REFUSED,
        "broken.sql: ERROR: relation \"a\" already exists");
    assertCode(
        DatabasePreparation.script("none.sql"), TestingError.TEST_SCRIPT_MISSING, "none.sql");
  }

  @Test
  void should_pass_on_what_a_preparation_fails_with() {
    assertCode(
        database -> {
          throw new IllegalStateException("no fixtures");
        },
        TestingError.TEST_PREPARATION_FAILED,
        "no fixtures");
  }

  private static void assertCode(
      DatabasePreparation preparation, TestingError code, String message) {
    assertThatThrownBy(() -> SERVERS.copyOf(preparation, 17))
        .asInstanceOf(type(SlipwayException.class))
        .satisfies(
            e -> assertThat(e.code()).isEqualTo(code), e -> assertThat(e.what()).contains(message));
  }
}
