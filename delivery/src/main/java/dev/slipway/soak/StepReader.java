package dev.slipway.soak;

import dev.slipway.config.ConfigurationError;
import dev.slipway.config.ProjectFile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.core.JsonPointer;

/** Reads the steps of a scenario. */
final class StepReader {

  private static final List<String> KEYS =
      List.of("name", "sql", "url", "method", "headers", "body", "status", "keep", "timeout");
  private static final List<String> HTTP = List.of("method", "headers", "body", "status", "keep");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ProjectFile file;
  private final TemplateReader templates;

  StepReader(ProjectFile file, TemplateReader templates) {
    this.file = file;
    this.templates = templates;
  }

  SoakStep read(Node node, int number) {
    Map<String, Node> keys = file.yaml().mapping(node, "a step", KEYS);
    Node nameNode = keys.get("name");
    String name = nameNode == null ? null : file.yaml().string(nameNode, "name");
    Node limitNode = keys.get("timeout");
    Duration limit = limitNode == null ? null : file.amounts().time(limitNode, "timeout");
    Node sql = keys.get("sql");
    Node url = keys.get("url");
    if ((sql == null) == (url == null)) {
      file.problems()
          .add(
              node, ConfigurationError.MISSING_KEY, "a step has a \"url\" or \"sql\", one of them");
    }
    String called = Objects.requireNonNullElse(name, "step " + number);
    Duration longest = Objects.requireNonNullElse(limit, LIMIT);
    SoakStep step =
        sql != null ? sql(called, longest, sql, keys) : http(called, longest, url, keys);
    templates.done(called);
    return step;
  }

  private SoakStep sql(String name, Duration limit, Node node, Map<String, Node> keys) {
    for (String key : HTTP) {
      Node misplaced = keys.get(key);
      if (misplaced != null) {
        file.problems()
            .add(misplaced, ConfigurationError.UNKNOWN_KEY, "a statement has no \"" + key + "\"");
      }
    }
    Template template = templates.read(node, "sql");
    if (template.hasQuotedPart()) {
      file.problems()
          .add(
              node,
              ConfigurationError.BAD_VALUE,
              "${…} stands between quotes; it is a value by itself: 'message ' || ${n}");
    }
    return new SoakStep.Sql(name, limit, template);
  }

  private SoakStep http(String name, Duration limit, @Nullable Node url, Map<String, Node> keys) {
    Map<String, Template> headers = new LinkedHashMap<>();
    Node headerNode = keys.get("headers");
    if (headerNode != null) {
      file.yaml()
          .mapping(headerNode, "headers", List.of())
          .forEach((header, value) -> headers.put(header, templates.read(value, header)));
    }
    Map<String, JsonPointer> keep = new LinkedHashMap<>();
    Node keepNode = keys.get("keep");
    if (keepNode != null) {
      file.yaml()
          .mapping(keepNode, "keep", List.of())
          .forEach((kept, place) -> keep.put(kept, pointer(place, kept)));
    }
    Node body = keys.get("body");
    Node status = keys.get("status");
    return new SoakStep.Http(
        name,
        limit,
        method(keys.get("method")),
        url == null ? new Template(List.of()) : templates.read(url, "url"),
        headers,
        body == null ? null : templates.read(body, "body"),
        status == null ? null : file.amounts().number(status, "status", 100, 599),
        keep);
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
    return Objects.requireNonNullElse(method, "GET");
  }

  private JsonPointer pointer(Node node, String key) {
    String place = file.yaml().string(node, key);
    try {
      return JsonPointer.compile(place);
    } catch (IllegalArgumentException e) {
      file.problems().add(node, ConfigurationError.BAD_VALUE, "keep takes places such as \"/seq\"");
      return JsonPointer.empty();
    }
  }
}
