package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Backups by Debian's pg_dump 15 of a server that takes nobody without TLS, by a login that only
 * looks and takes a role for it.
 */
final class DumpBackupTest {

  private static final String LOOK = "look-xyzzy7";
  private static final String DEPLOY = "deploy-xyzzy8";

  @TempDir static Path made;
  private static EmbeddedPostgres server;

  @TempDir Path folder;
  private UserProject project;
  private TestDatabase database;

  @BeforeAll
  static void start_server() throws Exception {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(15));
    var postgres = new TestDatabase(server, "postgres");
    postgres.execute(
        """
        create role "shop owner" nologin;
        create role deploy login password '%s' noinherit;
        grant "shop owner" to deploy;
        create role watcher nologin;
        grant pg_read_all_data, pg_monitor to watcher;
        create role looker login password '%s' noinherit;
        grant watcher to looker
        """
            .formatted(DEPLOY, LOOK));
    var certificates = new Certificates(made);
    certificates.authority("ca");
    certificates.keys("server");
    write(postgres, "server.crt", certificates.sign("ca", "server", "-ext", "san=ip:127.0.0.1"));
    write(postgres, "server.key", Files.readString(made.resolve("server.key")));
    write(
        postgres,
        "pg_hba.conf",
        """
        host all postgres 127.0.0.1/32 scram-sha-256
        hostssl all all 127.0.0.1/32 scram-sha-256
        """);
    postgres.execute("alter system set ssl = 'on'");
    postgres.execute("select pg_catalog.pg_reload_conf()");
    while (!postgres.value("show ssl").equals("on")) {
      Thread.onSpinWait();
    }
  }

  /** The server writes the file itself, as it demands that nobody else can read its key. */
  private static void write(TestDatabase database, String file, String text) throws Exception {
    database.execute(
        "copy (select pg_catalog.unnest(pg_catalog.string_to_array('"
            + text.strip().replace("\r", "")
            + "', e'\\n'))) to program 'umask 077; cat > "
            + file
            + "'");
  }

  @AfterAll
  static void stop_server() {
    server.close();
  }

  @BeforeEach
  void write_project(TestInfo test) throws Exception {
    database =
        TestDatabase.create(
            server, "dumps_" + Integer.toHexString(test.getDisplayName().hashCode()));
    database.execute("alter schema public owner to \"shop owner\"");
    database.execute("grant create on database " + database.name() + " to \"shop owner\", deploy");
    Files.copy(made.resolve("ca.crt"), folder.resolve("ca.crt"));
    project =
        new UserProject(folder)
            .variable("DEPLOY", DEPLOY)
            .variable("LOOK", LOOK)
            .file("db/schema/a.sql", "create table a (id integer primary key, secret text);")
            .file("verify/rows.sql", "-- slipway: expect: rows\nselect id from a;\n");
    project.file(
        "slipway.yml",
        """
        schema: sql:db/schema
        backups: { with: pg_dump, programs: /usr/lib/postgresql/15/bin }
        environments:
          production:
            host: 127.0.0.1
            port: %d
            database: %s
            user: deploy
            password: "${DEPLOY}"
            migrate_as: shop owner
            read: { user: looker, password: "${LOOK}" }
            read_as: watcher
            tls: { mode: verify-full, ca: ca.crt }
            watch: { for: 1s, every: 1s, in_a_row: 1 }
            promotion: { backup: proved, rehearse: data }
        """
            .formatted(server.port(), database.name()));
    project.generate("first");
    project.run("migrate", "production", "--stamp").ends(0);
    database.execute(
        """
        set role "shop owner";
        insert into a select g, 'row ' || g from generate_series(1, 3000) g
        """);
  }

  private JsonNode newest() {
    return project
        .run("backup", "list", "production", "--output", "json")
        .ends(0)
        .json()
        .get("backups")
        .get(0);
  }

  @Test
  void should_promote_with_a_dump_that_was_restored_for_trial() throws Exception {
    project.run("backup", "create", "production").ends(0);
    assertThat(newest().get("form").asString()).isEqualTo("pg_dump");
    assertThat(newest().get("drill").isNull()).isTrue();
    project.file("db/schema/b.sql", "create table b (id integer primary key);");
    project.generate("second");

    Ran promoted = project.run("promote", "production", "--yes").ends(0);

    assertThat(promoted.err() + promoted.out()).contains("by pg_dump 15.");
    assertThat(newest().get("form").asString()).isEqualTo("pg_dump");
    assertThat(newest().get("rows").asInt()).isGreaterThan(3000);
    assertThat(newest().get("drill").get("differences")).isEmpty();
    assertThat(database.value("select to_regclass('b') is not null")).isEqualTo("t");
  }

  @Test
  void should_bring_a_dump_to_an_empty_database_of_another_server() throws Exception {
    Ran created = project.run("backup", "create", "production").ends(0);
    assertThat(created.err()).contains("Taken by pg_dump 15.");
    try (EmbeddedPostgres other = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      TestDatabase to = TestDatabase.create(other, "restored");

      assertThat(project.run("restore", "production", "--into", to.url()).ends(3).err())
          .contains("error[restore-roles-missing]", "shop owner");
      project.run("restore", "production", "--into", to.url(), "--create-roles").ends(0);

      assertThat(to.value("select count(*) || ' ' || max(secret) from a"))
          .isEqualTo("3000 row 999");
      assertThat(to.value("select tableowner from pg_tables where tablename = 'a'"))
          .isEqualTo("shop owner");
      assertThat(to.value("select rolsuper from pg_roles where rolname = 'shop owner'"))
          .isEqualTo("f");
    }
  }
}
