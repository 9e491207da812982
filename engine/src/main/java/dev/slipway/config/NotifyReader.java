package dev.slipway.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code notify:}, a list. */
final class NotifyReader {

  private final YamlReader yaml;
  private final Problems problems;
  private final Variables variables;
  private final @Nullable String environment;

  NotifyReader(
      YamlReader yaml, Problems problems, Variables variables, @Nullable String environment) {
    this.yaml = yaml;
    this.problems = problems;
    this.variables = variables;
    this.environment = environment;
  }

  List<NotifySettings> read(@Nullable Node node) {
    List<NotifySettings> all = new ArrayList<>();
    for (Node each : node == null ? List.<Node>of() : yaml.list(node, "notify")) {
      Map<String, Node> keys =
          yaml.mapping(each, "an entry of notify", List.of("url", "events", "secret"));
      List<ConfigurationProblem> unset = new ArrayList<>();
      Filled url = secret(keys.get("url"), "url", unset);
      Filled secret = secret(keys.get("secret"), "secret", unset);
      if (url == null && each instanceof MappingNode) {
        problems.add(
            each, ConfigurationError.MISSING_KEY, "an entry of notify has no \"url\": ${NAME}");
      }
      List<String> events = events(keys.get("events"));
      if (url != null) {
        all.add(new NotifySettings(url, events, secret, unset));
      }
    }
    return all;
  }

  /** An address of a webhook is a secret too: who knows it can write there. */
  private @Nullable Filled secret(
      @Nullable Node node, String key, List<ConfigurationProblem> unset) {
    String written = node == null ? null : yaml.string(node, key);
    if (node == null || written == null) {
      return null;
    }
    if (!written.contains("${")) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "the " + key + " of notify is written down here; take it from a variable, ${NAME}");
    }
    Variables.Replaced replaced = variables.replace(written, node, problems, environment);
    unset.addAll(replaced.problems());
    return new Filled(written, replaced.text(), replaced.values());
  }

  private List<String> events(@Nullable Node node) {
    List<String> events = new ArrayList<>();
    for (ScalarNode each : node == null ? List.<ScalarNode>of() : yaml.strings(node, "events")) {
      String event = each.getValue();
      if (!NotifySettings.EVENTS.contains(event)) {
        problems.add(
            each,
            ConfigurationError.BAD_VALUE,
            "there is no event "
                + YamlReader.shown(event)
                + "; "
                + Suggestion.phrase(event, NotifySettings.EVENTS));
      }
      events.add(event);
    }
    return events;
  }
}
