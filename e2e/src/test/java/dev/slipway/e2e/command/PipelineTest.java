package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipelines that {@code ci init} writes do, step by step, what they are for. */
final class PipelineTest {

  private static final String TWO_TABLES =
      """
      create table message (id bigint primary key);
      create table more (id bigint primary key);
      """;

  @TempDir Path folder;
  @TempDir Path tools;

  private EmbeddedPostgres server;
  private TestDatabase staging;
  private TestDatabase production;
  private UserProject project;
  private PipelineSteps steps;
  private String first;

  @BeforeEach
  void prepare() throws IOException {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary());
    staging = TestDatabase.create(server, "staging");
    production = TestDatabase.create(server, "production");
    project = new UserProject(folder);
    project.variable("STAGING_URL", staging.url()).variable("PROD_URL", production.url());
    project.file(
        "slipway.yml",
        """
        schema: sql:db/schema
        postgres: %d
        environments:
          staging: { url: "${STAGING_URL}" }
          production:
            url: "${PROD_URL}"
            protected: true
            after: staging
            promotion: { approvals: { count: 1, not_author: true } }
        """
            .formatted(server.version()));
    project.file("db/schema/a.sql", "create table message (id bigint primary key);\n");
    first = project.generate("first");
    steps = new PipelineSteps(project.folder(), tools, "bob");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void should_go_the_whole_way_by_the_workflows_of_github() throws Exception {
    project.run("ci", "init", "github").ends(0);
    stamp();
    steps
        .value("vars.SLIPWAY_REPOSITORY", "")
        .value("vars.SLIPWAY_REVISION", "")
        .value("vars.SLIPWAY_BACKUPS || '.slipway/backups'", tools.resolve("backups").toString())
        .value("github.actor", "ann")
        .value("github.token", "none")
        .value("github.server_url", "https://github.com")
        .value("github.repository", "acme/shop")
        .value("github.run_id", "4711")
        .value("secrets.STAGING_URL", staging.url())
        .value("secrets.PROD_URL", production.url())
        .value("inputs.resume && '--resume' || ''", "");

    steps.github("check", "check");
    assertThat(project.folder().resolve("slipway.sarif")).content().contains("2.1.0");
    steps.github("check", "plan");
    assertThat(project.folder().resolve("slipway-plan.json")).content().contains(first);
    steps.github("staging", "promote");
    steps.github("production", "plan");
    steps.github("production", "promote");

    assertThat(steps.asked()).contains("repos/acme/shop/actions/runs/4711/approvals");
    assertThat(tables(production)).isEqualTo("message");
    assertThat(production.rows("select approved_by, via from slipway.approval"))
        .containsExactly("bob|https://github.com/acme/shop/actions/runs/4711");

    project.file("db/schema/a.sql", TWO_TABLES);
    project.generate("second");
    steps.github("staging", "promote");
    project.run("promote", "production", "--yes", "--by", "ann").ends(3);
    project.run("approve", "production", "--yes", "--by", "bob").ends(0);
    steps.github("production", "resume");
    assertThat(tables(production)).isEqualTo("message,more");

    steps.github("nightly", "drill");
    steps.github("nightly", "drift");
    steps.value("inputs.to", first);
    steps.github("rollback", "rollback");
    assertThat(tables(production)).isEqualTo("message");
  }

  @Test
  void should_fail_where_the_definition_has_no_migration() throws Exception {
    project.run("ci", "init", "gitlab").ends(0);
    project.file("db/schema/b.sql", "create table forgotten (id bigint primary key);\n");

    assertThatThrownBy(() -> steps.gitlab("slipway-check", Map.of()))
        .hasMessageContaining("definition-without-migration");
  }

  @Test
  void should_go_the_whole_way_by_the_jobs_of_gitlab() throws Exception {
    project.run("ci", "init", "gitlab").ends(0);
    stamp();
    var variables =
        new HashMap<>(
            Map.of(
                "STAGING_URL", staging.url(),
                "PROD_URL", production.url(),
                "SLIPWAY_BACKUPS", tools.resolve("backups").toString(),
                "SLIPWAY_ACTOR", "bob",
                "GITLAB_USER_LOGIN", "bob",
                "CI_COMMIT_AUTHOR", "Ann <ann@example.com>",
                "CI_JOB_URL", "https://gitlab.com/acme/shop/-/jobs/1"));

    steps.gitlab("slipway-check", variables);
    steps.gitlab("slipway-staging", variables);
    steps.gitlab("slipway-plan", variables);
    steps.gitlab("slipway-production", variables);
    assertThat(tables(production)).isEqualTo("message");
    assertThat(production.rows("select approved_by, via from slipway.approval"))
        .containsExactly("bob|https://gitlab.com/acme/shop/-/jobs/1");
    steps.gitlab("slipway-plan", variables);
    steps.gitlab("slipway-production", variables);

    project.file("db/schema/a.sql", TWO_TABLES);
    project.generate("second");
    steps.gitlab("slipway-staging", variables);
    project.run("promote", "production", "--yes", "--by", "ann").ends(3);
    project.run("approve", "production", "--yes", "--by", "bob").ends(0);
    steps.gitlab("slipway-resume", variables);
    steps.gitlab("slipway-nightly", variables);
    variables.put("ROLLBACK_TO", first);
    steps.gitlab("slipway-rollback", variables);
    assertThat(tables(production)).isEqualTo("message");
  }

  @Test
  void should_migrate_before_an_application_starts() throws Exception {
    project.run("ci", "init", "docker").ends(0);

    steps.compose("migrate", Map.of("PROD_URL", production.url(), "STAGING_URL", staging.url()));
    steps.compose("migrate", Map.of("PROD_URL", production.url(), "STAGING_URL", staging.url()));

    assertThat(tables(production)).isEqualTo("message");
    assertThat(Files.exists(project.folder().resolve("slipway.Dockerfile"))).isTrue();
  }

  private void stamp() {
    project.run("env", "stamp", "staging").ends(0);
    project.run("env", "stamp", "production").ends(0);
  }

  private static String tables(TestDatabase database) throws Exception {
    return database.value(
        "select string_agg(tablename, ',' order by tablename) from pg_tables"
            + " where schemaname = 'public'");
  }
}
