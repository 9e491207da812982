package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two environments on servers of two releases: what each is, and how they differ. */
final class EnvironmentsTest {

  @TempDir Path folder;

  @Test
  void should_say_how_two_environments_differ() throws Exception {
    UserProject project =
        new UserProject(folder)
            .file(
                "slipway.yml",
                """
                schema: sql:db/schema
                environments:
                  staging: { url: "${STAGING}" }
                  production: { url: "${PRODUCTION}", protected: true, after: staging }
                  later: { url: "${LATER}", stamp: none }
                """)
            .file("db/schema/a.sql", "create table a (id integer primary key);");
    try (var newer = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
        var older = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(15))) {
      TestDatabase staging = TestDatabase.create(newer, "shop");
      TestDatabase production = TestDatabase.create(older, "shop");
      project.variable("STAGING", staging.url()).variable("PRODUCTION", production.url());
      project.generate("first");
      project.run("migrate", "staging", "--stamp").ends(0);
      project.run("migrate", "production", "--stamp", "--yes").ends(0);

      production.execute(
          """
          create extension hstore version '1.7';
          create table made_by_hand (id integer, name text collate "de-x-icu");
          alter database shop set work_mem = '64MB';
          create role reporter createdb connection limit 3;
          grant pg_read_all_data to reporter;
          create collation sorted (provider = icu, locale = 'en')
          """);
      project.file("db/schema/b.sql", "create table b (id integer primary key);");
      String second = project.generate("second");
      project.run("migrate", "staging").ends(0);

      Ran same = project.run("env", "compare", "staging", "staging").ends(0);
      assertThat(same.err()).isEqualTo("No differences.\n");

      Ran different = project.run("env", "compare", "staging", "production").ends(1);
      assertThat(different.out())
          .contains(second, "made_by_hand", "drop table public.b")
          .containsPattern("server +release +17\\.\\d+ +15\\.\\d+")
          .containsPattern("setting +work_mem +- +65536 kB")
          .containsPattern("extension +hstore +- +1\\.7")
          .containsPattern("collation +pg_catalog\\.de-x-icu +- +\\d")
          .containsPattern("collation +public\\.sorted +- +\\d")
          .containsPattern(
              "role +reporter +- +no login, createdb, connection limit 3, in pg_read_all_data");
      JsonNode json =
          project.run("env", "compare", "staging", "production", "--output", "json").ends(1).json();
      assertThat(json.path("onlyFirst").path(0).asString()).isEqualTo(second);
      assertThat(json.path("onlySecond").isEmpty()).isTrue();

      JsonNode shown = project.run("env", "show", "production", "--output", "json").ends(0).json();
      assertThat(shown.path("stamp").path("environment").asString()).isEqualTo("production");
      assertThat(values(shown, "extension")).contains("hstore 1.7", "plpgsql 1.0");
      assertThat(project.run("env", "show", "production").ends(0).out())
          .contains("Stamped production by postgres", "1 migration applied, the last one ");

      Ran listed = project.run("env", "list").ends(0);
      assertThat(listed.out())
          .containsPattern("production +postgresql://\\S+/shop +yes +staging +needed")
          .containsPattern("later +has a variable that is not set +no +- +none")
          .doesNotContain(newer.password());
      project.run("env", "show", "later").ends(78);
      assertThat(project.run("env", "compare", "staging").ends(64).err())
          .contains("compare takes two environments");
    }
  }

  private static List<String> values(JsonNode shown, String group) {
    var values = new ArrayList<String>();
    for (JsonNode trait : shown.path("traits")) {
      if (trait.path("group").asString().equals(group)) {
        values.add(trait.path("name").asString() + " " + trait.path("value").asString());
      }
    }
    return values;
  }
}
