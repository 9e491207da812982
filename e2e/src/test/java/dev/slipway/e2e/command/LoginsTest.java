package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login that changes a database, another one that looks at it, and the roles that they take. */
final class LoginsTest {

  /** Everything that only looks at an environment. */
  private static final List<List<String>> LOOKING =
      List.of(
          List.of("status", "production"),
          List.of("drift", "production"),
          List.of("preflight", "production"),
          List.of("migrate", "production", "--dry-run"),
          List.of("verify", "production"),
          List.of("watch", "production"),
          List.of("env", "show", "production"),
          List.of("env", "compare", "production", "production"),
          List.of("export", "production"),
          List.of("diff", "production", "production"),
          List.of("deployments", "production"),
          List.of("promote", "production", "--plan"),
          List.of("backup", "create", "production"));

  private static EmbeddedPostgres server;

  @TempDir Path folder;
  private UserProject project;
  private TestDatabase database;

  @BeforeAll
  static void start_server() throws Exception {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
    new TestDatabase(server, "postgres")
        .execute(
            """
            create role "shop owner" nologin;
            create role stranger nologin;
            create role deploy login password 'deploy-secret' noinherit;
            grant "shop owner" to deploy;
            create role watcher nologin;
            grant pg_read_all_data, pg_monitor to watcher;
            create role looker login password 'looker-secret' noinherit;
            grant watcher to looker;
            create role bare login password 'bare-secret'
            """);
  }

  @AfterAll
  static void stop_server() {
    server.close();
  }

  @BeforeEach
  void write_project(TestInfo test) throws Exception {
    database =
        TestDatabase.create(
            server, "logins_" + Integer.toHexString(test.getDisplayName().hashCode()));
    database.execute("alter schema public owner to \"shop owner\"");
    database.execute("grant create on database " + database.name() + " to \"shop owner\", deploy");
    project =
        new UserProject(folder)
            .variable("DEPLOY", "deploy-secret")
            .variable("LOOK", "looker-secret")
            .file("db/schema/a.sql", "create table a (id integer primary key);")
            .file("watch/none.sql", "-- slipway: expect: no rows\nselect id from a;\n")
            .file("verify/rows.sql", "-- slipway: expect: no rows\nselect id from a;\n");
    configure("read: { user: looker, password: \"${LOOK}\" }", "read_as: watcher");
  }

  private void configure(String... lines) throws IOException {
    project.file(
        "slipway.yml",
        """
        schema: sql:db/schema
        environments:
          production:
            host: 127.0.0.1
            port: %d
            database: %s
            user: deploy
            password: "${DEPLOY}"
            migrate_as: shop owner
            watch: { for: 1s, every: 1s, in_a_row: 1 }
            %s
        """
            .formatted(server.port(), database.name(), String.join("\n    ", lines)));
  }

  private void migrated() throws IOException {
    project.generate("first");
    project.run("migrate", "production", "--stamp").ends(0);
  }

  @Test
  void should_give_what_it_creates_to_the_role_that_migrates() throws Exception {
    migrated();

    assertThat(
            database.rows(
                "select distinct pg_get_userbyid(relowner) from pg_class c join pg_namespace n"
                    + " on n.oid = relnamespace where nspname in ('public', 'slipway')"))
        .containsExactly("shop owner");
    assertThat(database.value("select applied_by from slipway.migration")).isEqualTo("deploy");
    assertThat(project.run("status", "production").ends(0).out())
        .contains(database.name() + " as watcher (looker)");
    var login = project.run("status", "production", "--output", "json").ends(0).json().get("login");
    assertThat(login.get("user").asString()).isEqualTo("looker");
    assertThat(login.get("role").asString()).isEqualTo("watcher");
    assertThat(project.run("env", "show", "production").ends(0).out())
        .contains(" as watcher (looker)");
    assertThat(project.run("doctor", "production").out())
        .containsPattern("login +as shop owner")
        .containsPattern("reader +looks as watcher");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "unset"})
  void should_look_without_the_login_that_changes(String deploy) throws Exception {
    migrated();
    database.execute("set role \"shop owner\"; insert into a values (1); delete from a");
    if (deploy.equals("wrong")) {
      project.variable("DEPLOY", "wrong-secret");
    } else {
      Path file = project.folder().resolve("slipway.yml");
      Files.writeString(file, Files.readString(file).replace("${DEPLOY}", "${NOWHERE}"));
    }

    for (List<String> command : LOOKING) {
      Ran ran = project.run(command.toArray(String[]::new));
      assertThat(ran.exit()).as(command + ran.err()).isZero();
    }

    project.file("db/schema/b.sql", "create table b (id integer primary key);");
    project.generate("second");
    Ran refused = project.run("migrate", "production");
    assertThat(refused.err())
        .contains(deploy.equals("wrong") ? "error[login-refused]" : "error[unset-variable]")
        .doesNotContain("wrong-secret");
    assertThat(database.value("select count(*) from slipway.migration")).isEqualTo("1");
  }

  /** From preflight to watch, each with the login that it needs. */
  @Test
  void should_promote_and_take_back_with_both() throws Exception {
    configure(
        "read: { user: looker, password: \"${LOOK}\" }",
        "read_as: watcher",
        "promotion: { backup: proved, rehearse: schema }");
    migrated();
    project.file("db/schema/b.sql", "create table b (id integer primary key);");
    project.generate("second");

    project.run("promote", "production").ends(0);

    assertThat(database.value("select pg_get_userbyid(relowner) from pg_class where relname = 'b'"))
        .isEqualTo("shop owner");
    project.run("verify", "production", "--record").ends(0);
    project.run("rollback", "production", "--to", project.migrations().get(0)).ends(0);
    assertThat(database.value("select count(*) from slipway.migration")).isEqualTo("1");
  }

  @Test
  void should_change_without_the_login_that_looks() throws Exception {
    project.variable("LOOK", "wrong-secret");

    migrated();

    assertThat(project.run("status", "production").ends(2).err())
        .contains("error[login-refused]", "as looker")
        .doesNotContain("wrong-secret");
  }

  @Test
  void should_say_what_the_role_that_reads_lacks() throws Exception {
    migrated();
    project.variable("LOOK", "bare-secret");
    configure("read: { user: bare, password: \"${LOOK}\" }");

    Ran refused = project.run("status", "production").ends(2);

    assertThat(refused.err()).contains("error[reader-without-right]", "as bare");
    String grants =
        refused.err().lines().filter(line -> line.contains("next: ")).findFirst().orElseThrow();
    assertThat(grants).contains("grant usage on schema slipway to bare");
    database.execute(grants.substring(grants.indexOf("grant usage"), grants.lastIndexOf('.')));
    project.run("status", "production").ends(0);
    assertThat(project.run("backup", "create", "production").ends(2).err())
        .contains("permission denied for table a", "grant pg_read_all_data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "stranger"})
  void should_refuse_a_role_that_can_not_be_taken(String role) throws Exception {
    migrated();
    configure("read: { user: looker, password: \"${LOOK}\" }", "read_as: " + role);

    Ran refused = project.run("status", "production").ends(2);

    assertThat(refused.err())
        .contains("error[role-refused]", "does not let looker take a role", "grant ROLE to looker")
        .contains(role.equals("nobody") ? "role \"nobody\" does not exist" : "permission denied");
  }
}
