package dev.slipway.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code hooks:} of a promotion. */
final class HooksReader {

  private final YamlReader yaml;
  private final Problems problems;

  HooksReader(YamlReader yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  Hooks read(@Nullable Node node) {
    if (node == null) {
      return Hooks.NONE;
    }
    Map<String, Node> keys =
        yaml.mapping(node, "hooks", List.of("before_apply", "after_apply", "after_rollback"));
    return new Hooks(
        hook(keys.get("before_apply"), "before_apply"),
        hook(keys.get("after_apply"), "after_apply"),
        hook(keys.get("after_rollback"), "after_rollback"));
  }

  private @Nullable Hook hook(@Nullable Node node, String name) {
    if (node == null) {
      return null;
    }
    Map<String, Node> keys = yaml.mapping(node, name, List.of("command", "timeout"));
    Node command = keys.get("command");
    List<String> words =
        command == null
            ? List.of()
            : yaml.strings(command, "command").stream().map(ScalarNode::getValue).toList();
    if (words.isEmpty() && (command != null || node instanceof MappingNode)) {
      problems.add(
          command == null ? node : command,
          ConfigurationError.BAD_VALUE,
          name + " starts a program: command: [./bin/pause-workers, --all]");
    }
    if (words.isEmpty()) {
      return null;
    }
    Node time = keys.get("timeout");
    String text = time == null ? null : yaml.string(time, "timeout");
    Duration timeout = text == null ? Hook.LONGEST : TimeWords.parse(text);
    if (time != null && text != null && (timeout == null || !timeout.isPositive())) {
      problems.add(
          time,
          ConfigurationError.BAD_VALUE,
          "timeout is a time, such as 30s or 5m, not " + YamlReader.shown(text));
    }
    return new Hook(words, timeout == null ? Hook.LONGEST : timeout);
  }
}
