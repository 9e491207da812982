package dev.slipway.e2e.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An application's schema or folder of migrations, with what its manifest says of how it is loaded.
 *
 * @param name kind and project: {@code flyway/conductor}
 * @param folder where its files are
 * @param manifest the manifest
 */
record ProjectFolder(String name, Path folder, JsonNode manifest) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?i)create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?\"?([\\w-]+)\"?[^;]*;");

  static ProjectFolder in(Path folder, String kind) throws IOException {
    return new ProjectFolder(
        kind + "/" + folder.getFileName(),
        folder,
        JSON.readTree(Files.readString(folder.resolve("manifest.json"))));
  }

  /** The roles that must be there. */
  List<String> roles() {
    return manifest.path("roles").valueStream().map(JsonNode::asString).toList();
  }

  /** Settings of the database, each a statement {@code set NAME = VALUE}; none for most. */
  String settings() {
    return manifest.path("database_settings").asString("");
  }

  /** What stands for the platform, in order. */
  List<String> platform() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (JsonNode stub : manifest.path("stubs").values()) {
      scripts.add(Files.readString(folder.resolve(stub.asString())));
    }
    return scripts;
  }

  /** What the operator does before the first step. */
  String setup() {
    return manifest.path("setup_sql").asString("");
  }

  /**
   * The text of each step.
   *
   * @param available the extensions that the server has; others are left out where the manifest
   *     says so
   */
  List<String> steps(Set<String> available) throws IOException {
    List<String> steps = new ArrayList<>();
    for (JsonNode step : manifest.path("steps").values()) {
      steps.add(replaced(Files.readString(folder.resolve(step.asString())), available));
    }
    return steps;
  }

  private String replaced(String text, Set<String> available) {
    String result = text;
    for (var placeholder : manifest.path("placeholders").properties()) {
      result = result.replace(placeholder.getKey(), placeholder.getValue().asString());
    }
    for (JsonNode replacement : manifest.path("replacements").values()) {
      result =
          result.replaceAll(
              replacement.get(0).asString(),
              replacement.get(1).asString().replaceAll("\\\\(\\d)", "\\$$1"));
    }
    if (manifest.path("drop_missing_extensions").asBoolean(false)) {
      Matcher matcher = EXTENSION.matcher(result);
      result =
          matcher.replaceAll(match ->
              available.contains(match.group(1)) ? Matcher.quoteReplacement(match.group()) : "");
    }
    return result;
  }

  @Override
  public String toString() {
    return name;
  }
}
