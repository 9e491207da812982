package dev.slipway.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code watch:} of an environment. */
final class WatchReader {

  private static final List<String> KEYS =
      List.of(
          "for",
          "every",
          "in_a_row",
          "health",
          "lock_waits",
          "waiting",
          "lag",
          "connections",
          "slower",
          "deadlocks",
          "rollbacks");
  private static final List<String> HEALTH_KEYS =
      List.of("url", "errors", "p95", "requests", "timeout");
  private static final int MOST = 1_000_000;
  private static final int MOST_REQUESTS = 1000;
  private static final int MOST_IN_A_ROW = 1000;
  private static final int REQUESTS = 10;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final YamlReader yaml;
  private final Problems problems;
  private final Amounts amounts;
  private final Variables variables;
  private final String environment;

  WatchReader(YamlReader yaml, Problems problems, Variables variables, String environment) {
    this.yaml = yaml;
    this.problems = problems;
    this.amounts = new Amounts(yaml, problems);
    this.variables = variables;
    this.environment = environment;
  }

  WatchSettings read(@Nullable Node node) {
    WatchSettings standard = WatchSettings.standard();
    if (node == null) {
      return standard;
    }
    Map<String, Node> keys = yaml.mapping(node, "watch", KEYS);
    var settings =
        new WatchSettings(
            time(keys.get("for"), "for", standard.length()),
            time(keys.get("every"), "every", standard.every()),
            Objects.requireNonNullElse(
                number(keys.get("in_a_row"), "in_a_row", 1, MOST_IN_A_ROW), standard.inARow()),
            health(keys.get("health")),
            number(keys.get("lock_waits"), "lock_waits", 0, MOST),
            time(keys.get("waiting"), "waiting", standard.waiting()),
            limit(keys.get("lag"), "lag"),
            share(keys.get("connections"), "connections"),
            factor(keys.get("slower")),
            number(keys.get("deadlocks"), "deadlocks", 0, MOST),
            share(keys.get("rollbacks"), "rollbacks"));
    if (!settings.isLongEnough()) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "watch is too short for "
              + settings.inARow()
              + " samples in a row, so that nothing could ever count: \"for\" is at least"
              + " (in_a_row - 1) times \"every\"");
    }
    return settings;
  }

  private List<HealthLimits> health(@Nullable Node node) {
    List<HealthLimits> all = new ArrayList<>();
    for (Node each : node == null ? List.<Node>of() : yaml.list(node, "health")) {
      Map<String, Node> keys = yaml.mapping(each, "an entry of health", HEALTH_KEYS);
      Node url = keys.get("url");
      String written = url == null ? null : yaml.string(url, "url");
      if (url == null && each instanceof MappingNode) {
        problems.add(each, ConfigurationError.MISSING_KEY, "an entry of health has no \"url\"");
      }
      Double errors = share(keys.get("errors"), "errors");
      Duration p95 = limit(keys.get("p95"), "p95");
      Integer requests = number(keys.get("requests"), "requests", 1, MOST_REQUESTS);
      Duration timeout = time(keys.get("timeout"), "timeout", TIMEOUT);
      if (url != null && written != null) {
        Variables.Replaced replaced = variables.replace(written, url, problems, environment);
        all.add(
            new HealthLimits(
                new Filled(written, replaced.text(), replaced.values()),
                errors,
                p95,
                requests == null ? REQUESTS : requests,
                timeout,
                replaced.problems()));
      }
    }
    return all;
  }

  private Duration time(@Nullable Node node, String key, Duration standard) {
    Duration time = limit(node, key);
    return time == null ? standard : time;
  }

  private @Nullable Duration limit(@Nullable Node node, String key) {
    return node == null ? null : amounts.time(node, key);
  }

  private @Nullable Double factor(@Nullable Node node) {
    return node == null ? null : amounts.factor(node, "slower");
  }

  private @Nullable Integer number(@Nullable Node node, String key, int least, int most) {
    return node == null ? null : amounts.number(node, key, least, most);
  }

  private @Nullable Double share(@Nullable Node node, String key) {
    return node == null ? null : amounts.share(node, key);
  }
}
