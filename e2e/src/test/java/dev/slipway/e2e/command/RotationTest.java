package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords are changed while a promotion runs, which goes on with the new ones. */
final class RotationTest {

  private static final String OLD = "old-xyzzy7";
  private static final String NEW = "new-plugh8";

  /** Whoever comes to this boundary waits for the lock that the test has. */
  private static final String HOLD =
      """
      create function slipway.hold() returns trigger language plpgsql as $$
      begin
        if new.state = 'backup' then
          perform pg_catalog.pg_advisory_xact_lock_shared(42);
        end if;
        return new;
      end $$;
      create trigger hold before insert on slipway.deployment_step
        for each row execute function slipway.hold()
      """;

  private static final String IS_HELD =
      "select exists(select from pg_locks where locktype = 'advisory' and objid = 42 and not"
          + " granted)";

  @TempDir Path folder;
  private EmbeddedPostgres server;
  private TestDatabase production;
  private UserProject project;

  @BeforeEach
  void write_project() throws Exception {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
    production = TestDatabase.create(server, "shop");
    for (String user : new String[] {"deploy", "second"}) {
      production.execute("create role " + user + " superuser login password '" + OLD + "'");
    }
    project = new UserProject(folder);
    project.file("db/schema/a.sql", "create table a (id integer primary key);");
    project.file("watch/none.sql", "-- slipway: expect: no rows\nselect id from a;\n");
    project.file("verify/none.sql", "-- slipway: expect: no rows\nselect id from a;\n");
  }

  @AfterEach
  void stop_server() {
    server.close();
  }

  private void configure(String login) throws Exception {
    project.file(
        "slipway.yml",
        """
        schema: sql:db/schema
        environments:
          production:
            %s
            watch: { for: 1s, every: 1s, in_a_row: 1 }
            promotion: { rehearse: none, backup: taken }
        """
            .formatted(login.replace("PORT", String.valueOf(server.port()))));
  }

  private void password(String source) throws Exception {
    configure(
        "host: 127.0.0.1\n    port: PORT\n    database: shop\n    user: deploy\n    password: "
            + source);
  }

  /** What is done while a promotion is held. */
  private interface Change {
    void make() throws Exception;
  }

  /**
   * Holds a promotion before its backup, and lets it go.
   *
   * @param held what is done while it is held
   * @param released what is done once it goes on
   */
  private void promote(Change held, Change released) throws Exception {
    project.generate("first");
    project.run("migrate", "production", "--stamp").ends(0);
    project.file("db/schema/b.sql", "create table b (id integer primary key);");
    project.generate("second");
    production.execute(HOLD);
    CompletableFuture<Ran> promoting;
    try (Connection holder = production.connect();
        Statement statement = holder.createStatement()) {
      statement.execute("select pg_advisory_lock(42)");
      promoting = CompletableFuture.supplyAsync(() -> project.run("promote", "production"));
      production.await(IS_HELD);
      held.make();
    }
    released.make();
    Ran ran = promoting.get(120, TimeUnit.SECONDS).ends(0);

    assertThat(ran.out() + ran.err()).doesNotContain(OLD, NEW);
    assertThat(production.value("select outcome from slipway.deployment order by id desc limit 1"))
        .isEqualTo("done");
    assertThat(production.value("select count(*) from slipway.migration")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ file: secret } | secret | %s",
        "{ command: [cat, secret] } | secret | %s",
        "\"${PW}\" | .env.production | PW=%s"
      })
  void should_go_on_with_the_new_password(String source, String file, String text)
      throws Exception {
    password(source);
    project.file(file, text.formatted(OLD));

    promote(
        () -> {
          production.execute("alter role deploy password '" + NEW + "'");
          project.file(file, text.formatted(NEW));
        },
        () -> {});
  }

  @Test
  void should_go_on_as_the_second_of_two_users() throws Exception {
    configure("url: \"${URL}\"");
    String url = "URL=postgresql://%s:%s@127.0.0.1:" + server.port() + "/shop\n";
    project.file(".env.production", url.formatted("deploy", OLD));

    promote(
        () -> {
          production.execute("alter role second password '" + NEW + "'");
          project.file(".env.production", url.formatted("second", NEW));
          production.execute("alter role deploy nologin");
        },
        () -> {});

    assertThat(production.rows("select applied_by from slipway.migration order by position"))
        .containsExactly("deploy", "second");
  }

  /** The server has the new password before the place has where it is kept. */
  @Test
  void should_wait_for_the_place_where_the_password_is_kept() throws Exception {
    password("{ command: [sh, -c, \"echo x >> asked; cat secret\"] }");
    project.file("secret", OLD);
    Path asked = project.folder().resolve("asked");

    promote(
        () -> {
          production.execute("alter role deploy password '" + NEW + "'");
          Files.delete(asked);
        },
        () -> {
          while (!Files.exists(asked)) {
            Thread.onSpinWait();
          }
          project.file("secret", NEW);
        });
  }

  @Test
  void should_not_follow_an_address_that_leads_elsewhere() throws Exception {
    try (var other = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17))) {
      String url = "postgresql://%s:%s@127.0.0.1:%d/postgres";
      var address =
          DatabaseUrl.renewable(
              url.formatted("deploy", "wrong", server.port()),
              () -> url.formatted("postgres", other.password(), other.port()));

      assertThatThrownBy(() -> new Postgres().connect(address, "test"))
          .hasMessageContaining("refuses the login as deploy")
          .hasMessageContaining(":" + server.port() + "/");
    }
  }
}
