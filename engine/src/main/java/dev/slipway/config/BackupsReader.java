package dev.slipway.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code backups: { keep: { daily: 7, weekly: 4, monthly: 6 } }}. */
record BackupsReader(YamlReader yaml, Problems problems) {

  private static final int MOST = 10_000;

  BackupRetention read(@Nullable Node node) {
    Node keep = node == null ? null : yaml.mapping(node, "backups", List.of("keep")).get("keep");
    Map<String, Node> keys =
        keep == null
            ? Map.of()
            : yaml.mapping(keep, "keep of backups", List.of("daily", "weekly", "monthly"));
    BackupRetention standard = BackupRetention.standard();
    return keys.isEmpty()
        ? standard
        : new BackupRetention(
            number(keys.get("daily"), "daily"),
            number(keys.get("weekly"), "weekly"),
            number(keys.get("monthly"), "monthly"));
  }

  /** Where some are said, those that are not are none. */
  private int number(@Nullable Node node, String name) {
    Integer number = node == null ? null : yaml.integer(node, name);
    if (node == null || number == null) {
      return 0;
    }
    if (number < 0 || number > MOST) {
      problems.add(
          node, ConfigurationError.BAD_VALUE, name + " is 0 to " + MOST + ", not " + number);
    }
    return number;
  }
}
