package dev.slipway.smoke;

import dev.slipway.config.ConfigurationError;
import dev.slipway.config.Filled;
import dev.slipway.config.Masking;
import dev.slipway.config.ProjectFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the smoke checks of one file: a list. Used once. */
final class SmokeFile {

  private static final List<String> HTTP = List.of("method", "url", "headers", "body");
  private static final List<String> PROGRAM = List.of("command");
  private static final List<String> BOTH =
      List.of("name", "in", "lights-on", "expect", "timeout", "retries", "pause");
  private static final List<String> KEYS =
      Stream.of(BOTH, HTTP, PROGRAM).flatMap(List::stream).toList();
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_RETRIES = 1000;

  private final ProjectFile file;
  private final String environment;

  SmokeFile(ProjectFile file, String environment) {
    this.file = file;
    this.environment = environment;
  }

  /** The checks that concern the environment. */
  List<SmokeCheck> read() {
    Node document = file.document();
    List<SmokeCheck> checks = new ArrayList<>();
    if (document == null) {
      file.problems().add(1, 1, ConfigurationError.BAD_VALUE, "there is no check in it");
    } else {
      for (Node node : file.yaml().list(document, "a file of smoke checks")) {
        Map<String, Node> keys = file.yaml().mapping(node, "a smoke check", KEYS);
        if (isHere(keys.get("in"))) {
          checks.add(check(node, keys));
        }
      }
    }
    file.problems().throwIfAny();
    return checks;
  }

  private boolean isHere(@Nullable Node node) {
    return node == null
        || file.yaml().strings(node, "in").stream()
            .map(ScalarNode::getValue)
            .flatMap(each -> Arrays.stream(each.split(",", -1)))
            .anyMatch(each -> each.strip().equals(environment));
  }

  private SmokeCheck check(Node node, Map<String, Node> keys) {
    var texts = new Texts(file);
    Node expect = keys.get("expect");
    SmokeAction action = action(node, keys, expect, texts);
    Map<String, Node> expected = expected(expect, action);
    Node lightsOn = keys.get("lights-on");
    boolean isSafe = lightsOn != null && file.yaml().bool(lightsOn, "lights-on");
    if (lightsOn != null
        && isSafe
        && !(action instanceof SmokeAction.Http request && request.isSafe())) {
      file.problems()
          .add(
              lightsOn,
              ConfigurationError.BAD_VALUE,
              "lights-on: true is for GET and HEAD alone: nothing else is sure to change nothing"
                  + " in production");
    }
    List<Filled> contains = texts.list(expected.get("contains"), "contains");
    Pattern matches = pattern(expected.get("matches"));
    Node name = keys.get("name");
    return new SmokeCheck(
        name == null
            ? action.shown()
            : Objects.requireNonNullElse(file.yaml().string(name, "name"), ""),
        file.file(),
        ProjectFile.line(node),
        isSafe,
        action,
        contains,
        matches,
        time(expected.get("under"), "under"),
        Objects.requireNonNullElse(time(keys.get("timeout"), "timeout"), LIMIT),
        retries(keys.get("retries")),
        Objects.requireNonNullElse(time(keys.get("pause"), "pause"), PAUSE),
        Masking.of(texts.all()));
  }

  private SmokeAction action(
      Node node, Map<String, Node> keys, @Nullable Node expect, Texts texts) {
    boolean isProgram = keys.containsKey("command");
    if (isProgram == keys.containsKey("url")) {
      file.problems()
          .add(
              node,
              ConfigurationError.MISSING_KEY,
              "a smoke check has a \"url\" or a \"command\", one of them");
    }
    if (isProgram) {
      for (String key : HTTP) {
        Node misplaced = keys.get(key);
        if (misplaced != null && !key.equals("url")) {
          file.problems()
              .add(misplaced, ConfigurationError.UNKNOWN_KEY, "a command has no \"" + key + "\"");
        }
      }
      return new ProgramReader(file, texts).read(keys.get("command"), expect);
    }
    return new HttpReader(file, texts).read(keys, expect);
  }

  private Map<String, Node> expected(@Nullable Node expect, SmokeAction action) {
    return expect == null
        ? Map.of()
        : file.yaml()
            .mapping(
                expect,
                "expect",
                switch (action) {
                  case SmokeAction.Http request -> HttpReader.EXPECTED;
                  case SmokeAction.Program program -> ProgramReader.EXPECTED;
                });
  }

  private @Nullable Pattern pattern(@Nullable Node node) {
    String text = node == null ? null : file.yaml().string(node, "matches");
    if (node == null || text == null) {
      return null;
    }
    try {
      return Pattern.compile(text, Pattern.MULTILINE);
    } catch (PatternSyntaxException e) {
      file.problems()
          .add(
              node,
              ConfigurationError.BAD_VALUE,
              "matches is no regular expression of Java: " + e.getDescription());
      return null;
    }
  }

  private int retries(@Nullable Node node) {
    Integer retries = node == null ? null : file.amounts().number(node, "retries", 0, MOST_RETRIES);
    return retries == null ? 0 : retries;
  }

  private @Nullable Duration time(@Nullable Node node, String key) {
    return node == null ? null : file.amounts().time(node, key);
  }
}
