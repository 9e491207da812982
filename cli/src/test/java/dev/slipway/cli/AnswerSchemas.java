package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of {@code docs/json}, against which every answer in JSON of the cases is held.
 *
 * <p>For users they are open, since members are only ever added; here a member that no schema names
 * is refused, so that none is added without being documented.
 */
final class AnswerSchemas {

  static final Path FOLDER = Path.of(System.getProperty("slipway.project.root"), "docs/json");

  private static final String HOME = "https://slipway.dev/json/";
  private static final Pattern NAME = Pattern.compile("[a-z]+");
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private AnswerSchemas() {}

  /** Demands that an answer is one JSON object, and what the schema of its command says. */
  static void check(String answer) {
    JsonNode json = JsonMapper.shared().readTree(answer);
    String name =
        json.path("status").asString("").equals("error")
            ? "error"
            : json.path("command").asString("");
    assertThat(name).as("the command of %s", answer).matches(NAME);
    assertThat(FOLDER.resolve(name + ".schema.json"))
        .as("the answer of %s has a schema in docs/json", name)
        .exists();
    assertThat(SCHEMAS.computeIfAbsent(name, AnswerSchemas::strict).validate(json))
        .as("the answer is what docs/json/%s.schema.json says:%n%s", name, answer)
        .isEmpty();
  }

  private static Schema strict(String name) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    address -> read(address.substring(HOME.length()).replaceFirst("#.*", ""))));
    return registry.getSchema(SchemaLocation.of(HOME + name + ".schema.json"));
  }

  private static String read(String file) {
    try {
      JsonNode schema = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve(file)));
      close(schema);
      return schema.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(AnswerSchemas::close);
  }
}
