package dev.slipway.cli.output;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the schema of SARIF 2.1.0 says about the objects that we write, and what forges demand
 * beyond: which members an object has and must have, and what their values refer to (OASIS: SARIF
 * 2.1.0, sections 3.13 to 3.30 and 3.49; GitHub: SARIF support for code scanning).
 */
final class SarifRules {

  private record Rule(Set<String> required, Map<String, String> members) {}

  /** A list has {@code []} behind what it is made of. */
  private static final Map<String, Rule> RULES =
      Map.of(
          "log",
          new Rule(
              Set.of("version", "runs"),
              Map.of("$schema", "text", "version", "text", "runs", "run[]")),
          "run",
          new Rule(Set.of("tool", "results"), Map.of("tool", "tool", "results", "result[]")),
          "tool",
          new Rule(Set.of("driver"), Map.of("driver", "driver")),
          "driver",
          new Rule(Set.of("name", "rules"), Map.of("name", "text", "rules", "rule[]")),
          "rule",
          new Rule(
              Set.of("id", "shortDescription", "fullDescription", "help"),
              Map.of(
                  "id", "text",
                  "shortDescription", "message",
                  "fullDescription", "message",
                  "help", "message")),
          "message",
          new Rule(Set.of("text"), Map.of("text", "text")),
          "result",
          new Rule(
              Set.of("ruleId", "message", "locations"),
              Map.of(
                  "ruleId", "text",
                  "ruleIndex", "index",
                  "level", "level",
                  "message", "message",
                  "locations", "location[]")),
          "location",
          new Rule(Set.of("physicalLocation"), Map.of("physicalLocation", "place")),
          "place",
          new Rule(
              Set.of("artifactLocation"), Map.of("artifactLocation", "file", "region", "region")),
          "file",
          new Rule(Set.of("uri"), Map.of("uri", "reference")));

  private static final Rule REGION = new Rule(Set.of("startLine"), Map.of("startLine", "line"));

  private final List<String> violations = new ArrayList<>();

  private SarifRules() {}

  /** What is wrong with a log, each with its path; empty when nothing is. */
  static List<String> violations(JsonNode log) {
    var rules = new SarifRules();
    rules.check("log", "$", log);
    if (!log.path("version").asString("").equals("2.1.0")) {
      rules.violations.add("$.version is not 2.1.0");
    }
    for (JsonNode run : log.path("runs")) {
      JsonNode known = run.path("tool").path("driver").path("rules");
      for (JsonNode result : run.path("results")) {
        String id = result.path("ruleId").asString("");
        int index = result.path("ruleIndex").asInt(-1);
        if (!known.path(index).path("id").asString("?").equals(id)) {
          rules.violations.add("ruleIndex " + index + " is not the place of " + id);
        }
      }
      List<String> ids = known.valueStream().map(rule -> rule.path("id").asString("")).toList();
      if (Set.copyOf(ids).size() != ids.size()) {
        rules.violations.add("a rule is there twice");
      }
    }
    return rules.violations;
  }

  private void check(String type, String path, JsonNode value) {
    if (type.endsWith("[]")) {
      require(value.isArray(), path, "a list");
      for (int i = 0; i < value.size(); i++) {
        check(type.substring(0, type.length() - 2), path + "[" + i + "]", value.get(i));
      }
      return;
    }
    switch (type) {
      case "text" -> require(value.isString() && !value.stringValue().isEmpty(), path, "a text");
      case "index" -> require(value.isInt() && value.intValue() >= 0, path, "an index");
      case "line" -> require(value.isInt() && value.intValue() >= 1, path, "a line");
      case "level" ->
          require(
              Set.of("none", "note", "warning", "error").contains(value.asString("")),
              path,
              "a level");
      case "reference" -> require(isRelative(value.asString(":")), path, "relative");
      case "region" -> object(REGION, path, value);
      default -> object(RULES.getOrDefault(type, REGION), path, value);
    }
  }

  private void object(Rule rule, String path, JsonNode value) {
    require(value.isObject(), path, "an object");
    for (String required : rule.required()) {
      require(value.has(required), path + "." + required, "there");
    }
    value
        .properties()
        .forEach(member -> {
          String type = rule.members().get(member.getKey());
          String at = path + "." + member.getKey();
          if (type == null) {
            violations.add(at + " is unknown");
          } else {
            check(type, at, member.getValue());
          }
        });
  }

  private static boolean isRelative(String text) {
    try {
      var uri = new URI(text);
      return !uri.isAbsolute() && !text.startsWith("/") && uri.getPath() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void require(boolean holds, String path, String what) {
    if (!holds) {
      violations.add(path + " is not " + what);
    }
  }
}
