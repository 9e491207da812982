package dev.slipway.smoke;

import dev.slipway.config.ConfigurationError;
import dev.slipway.config.Filled;
import dev.slipway.config.ProjectFile;
import dev.slipway.http.HttpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a check that sends a request. */
final class HttpReader {

  static final List<String> EXPECTED =
      List.of("status", "headers", "contains", "matches", "json", "under");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final ProjectFile file;
  private final Texts texts;

  HttpReader(ProjectFile file, Texts texts) {
    this.file = file;
    this.texts = texts;
  }

  SmokeAction read(Map<String, Node> keys, @Nullable Node expect) {
    Map<String, Node> expected =
        expect == null ? Map.of() : file.yaml().mapping(expect, "expect", EXPECTED);
    Node body = keys.get("body");
    return new SmokeAction.Http(
        method(keys.get("method")),
        url(keys.get("url")),
        texts.byName(keys.get("headers"), "headers"),
        body == null ? null : texts.one(body, "body"),
        status(expected.get("status")),
        texts.byName(expected.get("headers"), "headers"),
        json(expected.get("json")));
  }

  private String method(@Nullable Node node) {
    String method = node == null ? "GET" : file.yaml().string(node, "method");
    if (node != null && method != null && !METHODS.contains(method)) {
      file.problems()
          .add(
              node,
              ConfigurationError.BAD_VALUE,
              "method is one of " + String.join(", ", METHODS) + ", not \"" + method + "\"");
    }
    return method == null ? "GET" : method;
  }

  private Filled url(@Nullable Node node) {
    Filled url = node == null ? Filled.of("") : texts.one(node, "url");
    if (node != null && !url.text().isEmpty() && HttpAddress.parse(url.text()) == null) {
      file.problems()
          .add(
              node,
              ConfigurationError.BAD_VALUE,
              "url is no address that begins with http:// or https:// and a host; a login is"
                  + " sent in a header");
    }
    return url;
  }

  private int status(@Nullable Node node) {
    Integer status = node == null ? null : file.amounts().number(node, "status", 100, 599);
    return status == null ? 200 : status;
  }

  private Map<JsonPointer, JsonNode> json(@Nullable Node node) {
    Map<JsonPointer, JsonNode> expected = new LinkedHashMap<>();
    if (node != null) {
      file.yaml()
          .mapping(node, "json", List.of())
          .forEach((place, value) -> {
            try {
              expected.put(JsonPointer.compile(place), value(value));
            } catch (IllegalArgumentException e) {
              file.problems()
                  .add(
                      value,
                      ConfigurationError.BAD_VALUE,
                      "json takes places such as \"/status\" or \"/items/0/name\"");
            }
          });
    }
    return expected;
  }

  private JsonNode value(Node node) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (node instanceof ScalarNode scalar) {
      Tag tag = scalar.getTag();
      if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
        return make.numberNode(new java.math.BigDecimal(scalar.getValue()));
      }
      if (tag.equals(Tag.BOOL)) {
        return make.booleanNode(scalar.getValue().equals("true"));
      }
      if (tag.equals(Tag.NULL)) {
        return make.nullNode();
      }
    }
    return make.stringNode(texts.one(node, "a value of json").text());
  }
}
