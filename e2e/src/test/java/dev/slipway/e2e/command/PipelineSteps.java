package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the shell steps of pipelines as their forge does: by bash, which ends at the first command
 * that fails, in processes of their own. {@code slipway} on the path is this build, {@code gh}
 * answers who approved. Steps that fetch tools from elsewhere are left out.
 */
final class PipelineSteps {

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.+?) }}");

  private final Path project;
  private final Path tools;

  /** What the forge's expressions stand for, by their text. */
  private final Map<String, String> values = new HashMap<>();

  PipelineSteps(Path project, Path tools, String approver) throws IOException {
    this.project = project;
    this.tools = tools;
    program(
        "slipway",
        "exec '"
            + Path.of(System.getProperty("java.home"), "bin/java")
            + "' -XX:TieredStopAtLevel=1 -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true"
            + " '-Dslipway.postgres.binaries="
            + System.getProperty("slipway.postgres.binaries")
            + "' -cp '"
            + System.getProperty("java.class.path")
            + "' dev.slipway.cli.Main \"$@\"");
    program("gh", "echo \"$@\" >> '" + tools.resolve("asked") + "'; echo '" + approver + "'");
  }

  /** Says what an expression of GitHub stands for. */
  PipelineSteps value(String expression, String value) {
    values.put(expression, value);
    return this;
  }

  /** What {@code gh} was asked. */
  String asked() throws IOException {
    return Files.readString(tools.resolve("asked"));
  }

  /** Runs a job of a workflow; the outputs of its steps are expressions from then on. */
  void github(String workflow, String job) throws Exception {
    JsonNode file = yaml(project.resolve(".github/workflows/slipway-" + workflow + ".yml"));
    JsonNode found = file.path("jobs").path(job);
    int ran = 0;
    for (JsonNode step : found.path("steps")) {
      String name = step.path("name").asString("");
      if (!step.has("run") || name.equals("Install Slipway")) {
        continue;
      }
      var variables = new HashMap<String, String>();
      for (JsonNode scope : List.of(file, found, step)) {
        scope
            .path("env")
            .forEachEntry((key, value) -> variables.put(key, evaluated(value.asString())));
      }
      Path output = Files.createTempFile(tools, "output", "");
      variables.put("GITHUB_OUTPUT", output.toString());
      variables.put("GITHUB_REPOSITORY", "acme/shop");
      variables.put("GITHUB_RUN_ID", "4711");
      shell(workflow + "/" + job + "/" + name, step.path("run").asString(), variables);
      for (String line : Files.readAllLines(output)) {
        values.put(
            "steps." + step.path("id").asString() + ".outputs." + line.split("=", 2)[0],
            line.split("=", 2)[1]);
      }
      ran++;
    }
    assertThat(ran).as("steps of %s/%s", workflow, job).isPositive();
    found
        .path("outputs")
        .forEachEntry((key, value) ->
            values.put("needs." + job + ".outputs." + key, evaluated(value.asString())));
  }

  /** Runs a job of GitLab, whose lines share one shell. */
  void gitlab(String job, Map<String, String> variables) throws Exception {
    JsonNode found = yaml(project.resolve("slipway.gitlab-ci.yml")).path(job);
    var lines = new ArrayList<String>();
    found.path("script").forEach(line -> lines.add(line.asString()));
    assertThat(lines).as(job).isNotEmpty();
    shell(job, String.join("\n", lines), variables);
  }

  /** Runs the command of a service of the compose file. */
  void compose(String service, Map<String, String> variables) throws Exception {
    var words = new ArrayList<>(List.of("slipway"));
    yaml(project.resolve("compose.yaml"))
        .path("services")
        .path(service)
        .path("command")
        .forEach(word -> words.add("'" + word.asString() + "'"));
    assertThat(words).hasSizeGreaterThan(1);
    shell(service, String.join(" ", words), variables);
  }

  private void shell(String name, String script, Map<String, String> variables) throws Exception {
    var builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            .directory(project.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(variables);
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s:%n%s%n%s", name, script, said).isZero();
  }

  private String evaluated(String text) {
    Matcher matcher = EXPRESSION.matcher(text);
    return matcher.replaceAll(found ->
        Matcher.quoteReplacement(
            Objects.requireNonNull(
                values.get(found.group(1)), () -> "no value for " + found.group(1))));
  }

  private void program(String name, String script) throws IOException {
    Path file = tools.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static JsonNode yaml(Path file) throws IOException {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    return JsonMapper.shared().valueToTree((Map<?, ?>) Objects.requireNonNull(loaded));
  }
}
