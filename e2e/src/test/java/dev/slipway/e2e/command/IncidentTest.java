package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The accident that this tool exists to prevent: a schema gains a unique constraint that the rows
 * violate, or a column that may not be null, and all that hangs below by {@code on delete cascade}
 * is gone. Whatever is typed and answered, each row is there afterwards.
 */
final class IncidentTest {

  private static final String USERS =
      "create table users (id int primary key, email text not null%s);";
  private static final String BELOW =
      """
      create table orders (id int primary key, "user" int not null references users on delete cascade);
      create table payments (id int primary key, "order" int not null references orders on delete cascade);
      create table sessions (id int primary key, "user" int not null references users on delete cascade);
      """;
  private static final String COUNTS =
      "select (select count(*) from users) || ' ' || (select count(*) from orders) || ' ' ||"
          + " (select count(*) from payments) || ' ' || (select count(*) from sessions)";
  private static final String ALL = "5 20 20 5";

  @TempDir Path folder;
  private EmbeddedPostgres server;
  private TestDatabase database;
  private UserProject project;

  @BeforeEach
  void fill() throws Exception {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary());
    database = TestDatabase.create(server, "shop");
    project =
        new UserProject(folder)
            .on(database)
            .file("db/schema/1.sql", USERS.formatted(""))
            .file("db/schema/2.sql", BELOW);
    project.generate("first");
    project.run("migrate", "--quiet").ends(0);
    database.execute(
        """
        insert into users select g, 'u' || g % 4 from generate_series(1, 5) g;
        insert into orders select g, 1 + g % 5 from generate_series(1, 20) g;
        insert into payments select g, g from generate_series(1, 20) g;
        insert into sessions select g, g from generate_series(1, 5) g;
        """);
    assertThat(database.value(COUNTS)).isEqualTo(ALL);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"push", "migrate"})
  void should_name_the_rows_that_a_constraint_does_not_fit(String command) throws Exception {
    project.file("db/schema/1.sql", USERS.formatted(" unique"));
    if (command.equals("migrate")) {
      project.run("generate", "--name", "unique mail", "--quiet").ends(0);
      assertThat(database.value(COUNTS)).isEqualTo(ALL);
    }
    for (List<String> words : List.of(List.of(command), List.of(command, "--yes"))) {
      Ran ran = project.run(words.toArray(String[]::new)).ends(3);
      assertThat(ran.err())
          .contains("error[rows-violate]", "users_email_key", "u1")
          .doesNotContainIgnoringCase("truncate");
      assertThat(database.value(COUNTS)).isEqualTo(ALL);
    }
    requireUntouched();
  }

  @ParameterizedTest
  @ValueSource(strings = {"push", "migrate"})
  void should_not_empty_a_table_for_a_column_that_may_not_be_null(String command) throws Exception {
    project.file("db/schema/1.sql", USERS.formatted(", name text not null"));
    if (command.equals("migrate")) {
      project.run("generate", "--name", "name", "--quiet");
    }
    Ran ran = project.run(command, "--yes");
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.err()).contains("name").doesNotContainIgnoringCase("truncate");
    assertThat(database.value(COUNTS)).isEqualTo(ALL);
    requireUntouched();
  }

  @ParameterizedTest
  @ValueSource(strings = {" unique", ", name text not null"})
  void should_touch_no_row_by_generating(String more) throws Exception {
    project.file("db/schema/1.sql", USERS.formatted(more));
    project.run("generate", "--name", "next", "--quiet").ends(0);
    assertThat(database.value(COUNTS)).isEqualTo(ALL);
    requireUntouched();
    try (Stream<Path> files = Files.walk(project.folder().resolve("db/migrations"))) {
      for (Path script : files.filter(file -> file.endsWith("up.sql")).toList()) {
        assertThat(Files.readString(script)).doesNotContainPattern("(?i)\\b(truncate|delete from)");
      }
    }
  }

  @Test
  void should_do_it_once_the_rows_fit() throws Exception {
    project.file("db/schema/1.sql", USERS.formatted(" unique"));
    project.run("generate", "--name", "unique mail", "--quiet").ends(0);
    database.execute("update users set email = 'u' || id");
    project.run("migrate").ends(0);
    assertThat(database.value(COUNTS)).isEqualTo(ALL);
    assertThat(
            database.value("select count(*) from pg_constraint where conname = 'users_email_key'"))
        .isEqualTo("1");
  }

  private void requireUntouched() throws SQLException {
    assertThat(
            database.rows(
                "select attname from pg_attribute where attrelid = 'users'::regclass and attnum > 0"
                    + " order by attnum"))
        .containsExactly("id", "email");
    assertThat(
            database.value("select count(*) from pg_constraint where conname = 'users_email_key'"))
        .isEqualTo("0");
  }
}
