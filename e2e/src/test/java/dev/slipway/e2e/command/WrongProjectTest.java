package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team gets wrong together, and what a definition in SQL can get wrong. */
final class WrongProjectTest {

  @TempDir Path folder;
  private UserProject project;

  @BeforeEach
  void write_project() throws IOException {
    project =
        new UserProject(folder)
            .file(
                "slipway.yml",
                """
                schema: sql:db/schema
                environments:
                  dev: { url: embedded }
                  staging: { url: "${STAGING}", stamp: none }
                """)
            .file("db/schema/a.sql", "create table a (id integer primary key);");
  }

  @Test
  void should_refuse_migrations_that_were_generated_side_by_side() throws IOException {
    String first = project.generate("first");
    String mine = branch("mine", "b");
    String theirs = branch("theirs", "c");
    Files.move(project.folder().resolve("aside/" + mine), migration(mine));

    for (String command : List.of("generate", "migrate", "status")) {
      Ran refused = project.run(command).ends(78);
      assertThat(refused.err())
          .startsWith("error[two-heads]: These migrations were generated side by side")
          .contains(migration(mine).toString(), migration(theirs).toString(), "next: Put the one");
    }
    assertThat(project.run("check").ends(1).out()).startsWith("finding[two-heads]: ");
    assertThat(project.migrations()).containsExactly(first, mine, theirs);
  }

  @Test
  void should_refuse_a_migration_whose_parent_is_gone() throws IOException {
    String first = project.generate("first");
    project.file("db/schema/b.sql", "create table b (id integer primary key);");
    String second = project.generate("second");
    Files.move(migration(first), project.folder().resolve(first));

    for (String command : List.of("generate", "migrate", "status")) {
      assertThat(project.run(command).ends(78).err())
          .isEqualTo(
              """
              error[missing-parent]: %s was generated on %s, which is not there.
                next: Restore the folder %2$s; or delete %s and run generate again.
                more: slipway help missing-parent (docs/errors/missing-parent.md)
              """
                  .formatted(migration(second), first, second));
    }
    assertThat(project.run("check").ends(1).out()).startsWith("finding[missing-parent]: ");
  }

  @Test
  void should_name_an_environment_that_is_not_there() {
    for (String command : List.of("migrate", "status", "push")) {
      assertThat(project.run(command, "stagin").ends(64).err())
          .contains("there is no environment \"stagin\"; did you mean \"staging\"?");
    }
    assertThat(project.run("status", "staging").ends(78).err())
        .contains("slipway.yml:4:19: ${STAGING} is not set", ".env.staging");
  }

  @Test
  void should_name_a_database_that_is_not_there() {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.shared("shadow"))) {
      project.variable("STAGING", server.jdbcUrlWithPassword("nowhere"));

      for (String command : List.of("migrate", "status", "push")) {
        Ran failed = project.run(command, "staging").ends(2);
        assertThat(failed.err())
            .startsWith("error[database-missing]: ")
            .contains(":" + server.port() + "/nowhere has no such database: ")
            .doesNotContain(server.password());
      }
    }
  }

  @Test
  void should_point_at_a_table_that_is_defined_twice() throws IOException {
    project.file("db/schema/b.sql", "\ncreate table a (name text);");

    assertThat(project.run("generate").ends(78).err())
        .contains("db/schema/b.sql, line 2: ", "relation \"a\" already exists");
  }

  @Test
  void should_point_at_a_foreign_key_to_nothing() throws IOException {
    project.file(
        "db/schema/b.sql",
        """
        create table b (
          id integer primary key,
          c integer references c
        );
        """);

    assertThat(project.run("generate").ends(78).err())
        .contains("db/schema/b.sql, line 1: ", "relation \"c\" does not exist");
  }

  private Path migration(String name) {
    return project.folder().resolve("db/migrations").resolve(name);
  }

  /** Generates on the first migration alone, as on a branch, and leaves only the last in place. */
  private String branch(String name, String table) throws IOException {
    Path schema = project.folder().resolve("db/schema");
    try (Stream<Path> files = Files.list(schema)) {
      for (Path file : files.filter(each -> !each.endsWith("a.sql")).toList()) {
        Files.delete(file);
      }
    }
    for (String other : project.migrations().subList(1, project.migrations().size())) {
      Files.createDirectories(project.folder().resolve("aside"));
      Files.move(migration(other), project.folder().resolve("aside").resolve(other));
    }
    project.file("db/schema/" + table + ".sql", "create table " + table + " (id integer);");
    return project.generate(name);
  }
}
