package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.error.SlipwayException;
import dev.slipway.jpa.JpaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {

  private static final String THREE =
      """
      schema: java:target/classes
      environments:
        dev:        { url: embedded }
        staging:    { url: "${STAGING_URL}" }
        production: { url: "${PROD_URL}", protected: true, after: staging }
      """;

  @TempDir Path folder;

  @Test
  void should_take_defaults_where_a_key_is_left_out() throws IOException {
    Configuration read = load("schema: sql:db/schema\n", Map.of());

    assertThat(read.schema()).containsExactly("sql:db/schema");
    assertThat(read.migrations()).isEqualTo(folder.resolve("db/migrations"));
    assertThat(read.postgres()).isEqualTo(17);
    assertThat(read.prelude()).isEmpty();
    assertThat(read.classpath()).isEmpty();
    assertThat(read.environment("dev").embedded()).isTrue();
  }

  @Test
  void should_read_every_key() throws IOException {
    Files.writeString(folder.resolve("auth.sql"), "create schema auth;");
    Configuration read =
        load(
            """
            schema: sql:${FOLDER}/schema
            migrations: migrations
            postgres: 18
            prelude: [auth.sql]
            classpath:
              - lib/a.jar
              - lib/b.jar
            environments:
              dev: { url: embedded }
              live: { url: "postgresql://h/db", protected: true, after: dev }
              test: { url: "postgresql://h/test", stamp: none }
            """,
            Map.of("FOLDER", "db"));

    assertThat(read.schema()).containsExactly("sql:db/schema");
    assertThat(read.migrations()).isEqualTo(folder.resolve("migrations"));
    assertThat(read.postgres()).isEqualTo(18);
    assertThat(read.prelude()).containsExactly(folder.resolve("auth.sql"));
    assertThat(read.classpath())
        .containsExactly(folder.resolve("lib/a.jar"), folder.resolve("lib/b.jar"));
    EnvironmentConfiguration live = read.environment("live");
    assertThat(live.protectedEnvironment()).isTrue();
    assertThat(live.stamped()).isTrue();
    assertThat(read.environment("test").stamped()).isFalse();
    assertThat(live.after()).isEqualTo("dev");
    assertThat(live.url()).isEqualTo("postgresql://h/db?sslmode=verify-full");
  }

  @Test
  void should_put_an_address_together_and_check_tls_unless_told_why_not() throws IOException {
    Files.writeString(folder.resolve("secret"), "a/b@c\n");
    Configuration read =
        load(
            """
            schema: sql:db/schema
            environments:
              here: { host: localhost, port: "${PORT}", database: shop }
              away: { host: db.example.com, port: 6432, database: shop, user: "me@x", password: { file: secret } }
              ca: { host: db.example.com, database: shop, tls: { ca: /etc/ca.pem } }
              lax: { host: 10.0.0.1, database: shop, user: me, password: "${WORD}", tls: { mode: require, reason: own network } }
              later: { host: "${UNSET}", database: shop, password: { command: ["false"] } }
            """,
            Map.of("PORT", "5433", "WORD", "hunter2"),
            "away");

    assertThat(read.environment("here").url()).isEqualTo("postgresql://localhost:5433/shop");
    assertThat(read.environment("away").url())
        .isEqualTo("postgresql://me%40x:a%2Fb%40c@db.example.com:6432/shop?sslmode=verify-full");
    assertThat(read.environment("ca").url())
        .isEqualTo(
            "postgresql://db.example.com/shop?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem");
    assertThat(read.environment("lax").url())
        .isEqualTo("postgresql://me:hunter2@10.0.0.1/shop?sslmode=require");
    assertThat(read.secrets()).contains("a/b@c", "a%2Fb%40c", "hunter2");
    assertThatThrownBy(() -> read.environment("later")).hasMessageContaining("${UNSET}");
  }

  @Test
  void should_refuse_parts_of_an_address_that_leave_something_open() {
    assertThatThrownBy(() ->
            load(
                """
                schema: sql:db/schema
                environments:
                  both: { url: embedded, host: h }
                  none: { port: 5432 }
                  open: { host: h, database: d, password: hunter2 }
                  lax: { host: h, database: d, tls: { mode: disable } }
                  odd: { host: h, database: d, tls: { mode: perhaps, reason: none } }
                  gone: { host: h, database: d, password: { file: nowhere } }
                  fails: { host: h, database: d, password: { command: ["false"] } }
                  lost: { host: h, database: d, password: { command: [no-such-program] } }
                  mute: { host: h, database: d, password: { command: ["true"] } }
                  two: { host: h, database: d, password: { file: a, command: [b] } }
                """,
                Map.of(),
                "gone",
                "fails",
                "lost",
                "mute"))
        .hasMessageContaining("environment \"both\" has a \"url\" and parts of an address")
        .hasMessageContaining("environment \"none\" needs \"host\" and \"database\"")
        .hasMessageContaining("the password of open is written down here")
        .hasMessageContaining("tls with the mode disable needs a \"reason\"")
        .hasMessageContaining("the mode of tls is one of")
        .hasMessageContaining("with the password of gone can't be read")
        .hasMessageContaining("the program false for the password of fails ended with 1")
        .hasMessageContaining("the program no-such-program for the password of lost can't be")
        .hasMessageContaining("the program true for the password of mute printed nothing")
        .hasMessageContaining("comes from a file or a command, one of them")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void should_read_several_sources_and_what_entities_need() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/b.jar"), "");
    Files.writeString(folder.resolve("lib/a.jar"), "");
    Files.writeString(folder.resolve("lib/a.txt"), "");
    Configuration read =
        load(
            """
            schema: [jpa:classes, sql:db]
            classpath: [lib/*, none/*, more]
            jpa:
              unit: shop
              naming: spring
              properties: { hibernate.default_schema: shop }
            """,
            Map.of());

    assertThat(read.schema()).containsExactly("jpa:classes", "sql:db");
    assertThat(read.classpath())
        .containsExactly(
            folder.resolve("lib/a.jar"), folder.resolve("lib/b.jar"), folder.resolve("more"));
    assertThat(read.jpa())
        .isEqualTo(
            new JpaSettings(
                "shop", JpaSettings.Naming.SPRING, Map.of("hibernate.default_schema", "shop")));
  }

  @Test
  void should_refuse_a_naming_that_nobody_knows() {
    assertThatThrownBy(() -> load("schema: []\njpa: { naming: upper }\n", Map.of()))
        .hasMessageContaining("schema lists no source")
        .hasMessageContaining("naming is jpa or spring, not \"upper\"");
  }

  @Test
  void should_ask_only_for_the_variables_of_the_environment_in_use() throws IOException {
    Configuration read = load(THREE, Map.of("STAGING_URL", "postgresql://s/db"), "staging");

    assertThat(read.environment("staging").url())
        .isEqualTo("postgresql://s/db?sslmode=verify-full");
    assertThatThrownBy(() -> read.environment("production"))
        .asInstanceOf(InstanceOfAssertFactories.type(SlipwayException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ConfigurationError.UNSET_VARIABLE))
        .satisfies(
            e -> assertThat(e.what()).startsWith("slipway.yml:5:22: ${PROD_URL} is not set"));
  }

  @Test
  void should_take_the_process_before_the_environments_file_before_the_common_file()
      throws IOException {
    Files.writeString(folder.resolve(".env"), "STAGING_URL=postgresql://common/db\n");
    assertThat(load(THREE, Map.of(), "staging").environment("staging").url())
        .isEqualTo("postgresql://common/db?sslmode=verify-full");

    Files.writeString(folder.resolve(".env.staging"), "STAGING_URL=postgresql://own/db\n");
    assertThat(load(THREE, Map.of(), "staging").environment("staging").url())
        .isEqualTo("postgresql://own/db?sslmode=verify-full");

    assertThat(
            load(THREE, Map.of("STAGING_URL", "postgresql://process/db"), "staging")
                .environment("staging")
                .url())
        .isEqualTo("postgresql://process/db?sslmode=verify-full");
  }

  @Test
  void should_read_values_of_several_lines_in_double_quotes() throws IOException {
    Files.writeString(
        folder.resolve(".env"),
        """
        export KEY="-----BEGIN
        two \\"lines\\"
        END-----"  # a comment
        STAGING_URL="postgresql://after/db"
        """);

    VariableFile read = VariableFile.read(folder.resolve(".env"));

    assertThat(read.problems()).isEmpty();
    assertThat(read.values())
        .containsEntry("KEY", "-----BEGIN\ntwo \"lines\"\nEND-----")
        .containsEntry("STAGING_URL", "postgresql://after/db");
    assertThat(VariableFile.parse(".env", "A=\"open\nB=fine\n").problems())
        .extracting(ConfigurationProblem::line)
        .containsExactly(1);
  }

  @Test
  void should_suggest_the_environment_that_was_meant() throws IOException {
    Configuration read = load(THREE, Map.of(), "stagin");

    assertThatThrownBy(() -> read.environment("stagin"))
        .hasMessageContaining("there is no environment \"stagin\"; did you mean \"staging\"?");
  }

  @Test
  void should_know_its_secrets_and_never_show_them() throws IOException {
    Configuration read =
        load(
            THREE,
            Map.of(
                "STAGING_URL", "postgresql://u:s3cret%21@h/db",
                "PROD_URL", "jdbc:postgresql://h/db?user=u&password=hunter2"));

    assertThat(read.secrets()).containsExactlyInAnyOrder("s3cret%21", "s3cret!", "hunter2");
    assertThat(read.toString() + read.environment("staging"))
        .doesNotContain("s3cret", "hunter2", "postgresql");
  }

  @Test
  void should_find_the_file_above_the_folder() throws IOException {
    Files.writeString(folder.resolve("slipway.yml"), "schema: a\n");
    Path below = Files.createDirectories(folder.resolve("a/b"));

    assertThat(Configuration.find(below)).isEqualTo(folder.resolve("slipway.yml"));
  }

  private Configuration load(String text, Map<String, String> variables, String... inUse)
      throws IOException {
    Path file = Files.writeString(folder.resolve("slipway.yml"), text);
    return Configuration.load(file, "slipway.yml", variables, List.of(inUse));
  }
}
