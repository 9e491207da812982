package dev.slipway.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a pipeline are what their forge reads; {@code PipelineTest} runs them. */
final class PipelineFilesTest {

  private static final PipelineSettings SETTINGS =
      new PipelineSettings(
          "staging", "live", Set.of("STAGING_URL"), Set.of("LIVE_URL"), "mvn -B -q compile", false);

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.+?) }}");
  private static final Pattern KNOWN =
      Pattern.compile("[^{}]*(vars|secrets|inputs|needs|steps|github|always\\(\\))[^{}]*");

  @ParameterizedTest
  @ValueSource(strings = {"check", "staging", "production", "rollback", "nightly"})
  void should_write_workflows_that_fit_the_schema(String name) throws IOException {
    String text = text(Forge.GITHUB, ".github/workflows/slipway-" + name + ".yml");
    JsonNode workflow = yaml(text);

    assertThat(schema("workflow").validate(workflow)).as(text).isEmpty();
    workflow
        .path("jobs")
        .forEach(job ->
            job.path("needs")
                .forEach(other ->
                    assertThat(workflow.path("jobs").propertyNames()).contains(other.asString())));
    assertThat(EXPRESSION.matcher(text).results())
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found.group(1)).matches(KNOWN));
  }

  @Test
  void should_give_no_expression_to_a_shell() {
    PipelineFiles.of(Forge.GITHUB, SETTINGS)
        .texts()
        .forEach((file, text) ->
            yaml(text)
                .path("jobs")
                .forEach(job ->
                    job.path("steps")
                        .forEach(step ->
                            assertThat(step.path("run").asString("")).doesNotContain("${{"))));
  }

  @Test
  void should_refuse_what_the_schema_does_not_know() throws IOException {
    String text = text(Forge.GITHUB, ".github/workflows/slipway-rollback.yml");

    assertThat(schema("workflow").validate(yaml(text.replace("runs-on:", "run-on:")))).isNotEmpty();
    assertThat(schema("workflow").validate(yaml(text.replace("  run: ", "  script: "))))
        .isNotEmpty();
  }

  @Test
  void should_write_jobs_that_fit_the_schema() throws IOException {
    String text = text(Forge.GITLAB, "slipway.gitlab-ci.yml");
    JsonNode jobs = yaml(text);

    assertThat(schema("gitlab").validate(jobs)).as(text).isEmpty();
    assertThat(schema("gitlab").validate(yaml(text.replace("script:", "scripts:")))).isNotEmpty();
    List<String> stages = jobs.path("stages").valueStream().map(JsonNode::asString).toList();
    jobs.forEach(job -> {
      if (job.has("stage")) {
        assertThat(stages).contains(job.path("stage").asString());
      }
    });
    assertThat(yaml(text(Forge.GITLAB, ".gitlab-ci.yml")).path("include").path(0).path("local"))
        .hasToString("\"slipway.gitlab-ci.yml\"");
  }

  @ParameterizedTest
  @EnumSource
  void should_name_no_folder_where_backups_go_into_a_bucket(Forge forge) throws IOException {
    var stored = new PipelineSettings("staging", "live", Set.of(), Set.of(), null, true);
    for (Map.Entry<String, String> file : PipelineFiles.of(forge, stored).texts().entrySet()) {
      assertThat(file.getValue()).as(file.getKey()).doesNotContain("--folder", "SLIPWAY_BACKUPS");
      if (file.getKey().contains("workflows/")) {
        assertThat(schema("workflow").validate(yaml(file.getValue()))).isEmpty();
      } else if (file.getKey().equals("slipway.gitlab-ci.yml")) {
        assertThat(schema("gitlab").validate(yaml(file.getValue()))).isEmpty();
      }
    }
    assertThat(PipelineFiles.of(Forge.GITHUB, SETTINGS).texts().values())
        .anyMatch(text -> text.contains("--folder \"$SLIPWAY_BACKUPS\""));
  }

  @Test
  void should_start_the_application_when_the_migrations_are_done() {
    JsonNode services = yaml(text(Forge.DOCKER, "compose.yaml")).path("services");

    assertThat(services.propertyNames()).containsExactly("migrate", "app");
    assertThat(services.path("app").path("depends_on").path("migrate").path("condition").asString())
        .isEqualTo("service_completed_successfully");
    assertThat(services.path("migrate").path("build").path("dockerfile").asString())
        .isEqualTo("slipway.Dockerfile");
    assertThat(services.path("migrate").path("environment").path("LIVE_URL").asString())
        .isEqualTo("${LIVE_URL:?}");
    assertThat(services.path("migrate").path("restart").asString()).isEqualTo("no");
  }

  @Test
  void should_build_an_image_without_secrets_or_root() {
    List<String> lines =
        text(Forge.DOCKER, "slipway.Dockerfile")
            .replace("\\\n", " ")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    assertThat(lines)
        .allMatch(line -> line.matches("(FROM|ARG|RUN|WORKDIR|COPY|USER|ENTRYPOINT) .+"))
        .contains("RUN mvn -B -q compile", "USER slipway")
        .endsWith("ENTRYPOINT [\"/opt/slipway/slipway\"]")
        .noneMatch(line -> line.contains("LIVE_URL"));
    assertThat(text(Forge.DOCKER, "slipway.Dockerfile.dockerignore").lines())
        .contains(".env", ".env.*");
  }

  @ParameterizedTest
  @EnumSource
  void should_leave_no_place_of_a_template_open(Forge forge) {
    var plain = new PipelineSettings("staging", "live", Set.of(), Set.of(), null, false);
    for (PipelineSettings settings : List.of(SETTINGS, plain)) {
      PipelineFiles.of(forge, settings)
          .texts()
          .forEach((file, text) -> {
            assertThat(text).as(file).doesNotContainPattern("@[A-Z_]+@");
            if (file.matches(".*\\.ya?ml")) {
              assertThat(text)
                  .doesNotContainPattern("(?m)^ *(env|environment):\n? *$(?!\n +[A-Z])");
              assertThat(yaml(text).isObject()).as(file).isTrue();
            }
          });
    }
  }

  private static String text(Forge forge, String file) {
    return Objects.requireNonNull(PipelineFiles.of(forge, SETTINGS).texts().get(file), file);
  }

  private static JsonNode yaml(String text) {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
    return JsonMapper.shared().valueToTree((Map<?, ?>) Objects.requireNonNull(loaded));
  }

  private static Schema schema(String name) throws IOException {
    try (InputStream file = PipelineFilesTest.class.getResourceAsStream(name + ".schema.json")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonMapper.shared().readTree(text));
    }
  }
}
