package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles that a definition creates, on a server that has roles of others, with {@code compare}. */
final class RolesTest {

  private static final String PASSWORD = "kept-to-itself";

  @TempDir Path folder;

  @Test
  void should_carry_roles_forth_and_back_and_leave_those_of_others() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database = TestDatabase.create(server, "roles");
      database.execute("create role stranger login createdb");
      UserProject project = project(database);
      project.file("db/schema/a.sql", "create table t (id int); grant select on t to reader;");
      project.file(
          "db/schema/roles.sql",
          """
          create role app login;
          create role reader;
          grant reader to app;
          alter role app set statement_timeout to '5s';
          """);

      assertThat(project.run("generate", "--dry-run").ends(0).out())
          .contains("SLIP403 The role app may log in");
      String first = project.generate("first");
      project.run("check").ends(0);
      project.run("migrate").ends(0);
      assertThat(project.run("status").ends(0).out()).contains("Up to date.");

      database.execute("alter role app password '" + PASSWORD + "'");
      database.execute("grant reader to stranger");
      assertThat(project.run("status").ends(0).out()).contains("Up to date.");
      assertThat(project.run("diff", "dev", "sql:" + project.folder().resolve("db/schema")).out())
          .doesNotContain("stranger");
      database.execute("alter role app createdb");
      Ran drifted = project.run("status");
      assertThat(drifted.out() + drifted.err()).contains("role app").doesNotContain("stranger");
      project.run("push").ends(0);
      assertThat(project.run("status").ends(0).out()).contains("Up to date.");

      project.file("db/schema/a.sql", "create table t (id int); grant insert on t to app;");
      project.file("db/schema/roles.sql", "create role app login connection limit 5;");
      assertThat(project.run("generate").ends(3).err()).contains("SLIP109:reader");
      String second =
          project
              .run("generate", "--allow", "SLIP109:reader", "--reason", "nobody reads alone")
              .ends(0)
              .out();
      assertThat(second).isNotEmpty();
      project.run("check").ends(0);

      server.createDatabase("elsewhere");
      var elsewhere = new TestDatabase(server, "elsewhere");
      elsewhere.execute("create table t (id int); grant select on t to reader");
      Ran refused = project.run("migrate");
      assertThat(refused.exit()).isNotZero();
      assertThat(refused.err()).contains("reader").contains("elsewhere");
      elsewhere.execute("drop table t");
      project.run("migrate").ends(0);

      assertThat(roles(database)).containsExactly("app|5", "stranger|-1");
      assertThat(project.run("status").ends(0).out()).contains("Up to date.");
      project.run("generate").ends(0);
      assertThat(project.migrations()).hasSize(2);

      project.run("rollback", "--to", first, "--accept-loss", project.migrations().get(1)).ends(0);
      assertThat(roles(database)).containsExactly("app|-1", "reader|-1", "stranger|-1");
      assertThat(
              database.rows(
                  "select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member"
                      + " where m.roleid = 'reader'::regrole"))
          .containsExactly("app");
      assertThat(
              database.value("select rolpassword is not null from pg_authid where rolname='app'"))
          .isEqualTo("t");
      assertThat(written(project.folder())).noneMatch(text -> text.contains(PASSWORD));
    }
  }

  @Test
  void should_not_create_a_role_that_is_named_already_nor_drop_one_that_still_is()
      throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      UserProject project = project(TestDatabase.create(server, "roles"));
      project.file("db/schema/t.sql", "create table t (id int); grant select on t to theirs;");
      project.generate("first");
      project.file("db/schema/roles.sql", "create role theirs; create role ours;");
      assertThat(project.run("generate").ends(3).err())
          .contains("grant to theirs on table public.t names it already");

      project.file("db/schema/roles.sql", "create role ours;");
      project.file(
          "db/schema/t.sql",
          "create table t (id int); grant select on t to theirs; grant insert on t to ours;");
      project.generate("second");
      Files.delete(project.folder().resolve("db/schema/roles.sql"));
      assertThat(project.run("generate").ends(3).err())
          .contains("role ours can't be dropped")
          .contains("grant to ours on table public.t");
    }
  }

  @Test
  void should_leave_what_the_server_gives_to_who_creates_a_role() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database = TestDatabase.create(server, "roles");
      database.execute(
          "create role migrator login createrole password 'm';"
              + " alter database roles owner to migrator");
      UserProject project = project(database);
      project.variable(
          "URL",
          "jdbc:postgresql://127.0.0.1:" + server.port() + "/roles?user=migrator&password=m");
      project.file("db/schema/roles.sql", "create role app; create role reader in role app;");
      project.generate("first");
      project.run("migrate").ends(0);
      assertThat(
              database.rows(
                  "select m.roleid::regrole from pg_auth_members m"
                      + " where m.member = 'migrator'::regrole order by 1"))
          .contains("app");
      assertThat(project.run("status").ends(0).out()).contains("Up to date.");
      project.run("rollback", "--to", "beginning").ends(0);
      assertThat(roles(database)).containsExactly("migrator|-1");
    }
  }

  @Test
  void should_prove_both_ways_on_15() throws IOException {
    UserProject project =
        new UserProject(folder)
            .file("slipway.yml", "schema: sql:one.sql\npostgres: 15\ncompare: [roles, owners]\n")
            .file(
                "one.sql",
                "create role a; create table t (x varchar(3) check (x in ('a', 'b')));"
                    + " alter table t owner to a; grant select on t to theirs;")
            .file(
                "two.sql",
                "create role a login; create role b in role a;"
                    + " create table t (x varchar(3) check (x in ('a', 'c')));"
                    + " alter table t owner to b; grant select on t to theirs, a;");
    assertThat(project.run("diff", path("one.sql"), path("two.sql"), "--prove").ends(0).out())
        .contains("forth: converges")
        .contains("back: converges");
  }

  @Test
  void should_say_that_a_role_is_created_too_late() throws IOException {
    UserProject project =
        new UserProject(folder)
            .file("slipway.yml", "schema: sql:one.sql\ncompare: [roles]\n")
            .file("one.sql", "create schema s; grant usage on schema s to late; create role late;");
    assertThat(project.run("export").ends(78).err()).contains("Create the role before");
  }

  private String path(String file) throws IOException {
    return "sql:" + folder.toRealPath().resolve(file);
  }

  private UserProject project(TestDatabase database) throws IOException {
    return new UserProject(folder)
        .on(database)
        .file(
            "slipway.yml",
            """
            schema: sql:db/schema
            postgres: %d
            compare: [roles]
            environments:
              dev: { url: "${URL}", stamp: none }
            """
                .formatted(database.version()));
  }

  /** The roles that are nobody's but the users', with how many connections each may have. */
  private static List<String> roles(TestDatabase database) throws SQLException {
    return database.rows(
        "select rolname, rolconnlimit from pg_roles where oid >= 16384 order by rolname");
  }

  private static List<String> written(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(RolesTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
