package dev.slipway.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code backups: { keep: { daily: 7, weekly: 4, monthly: 6 }, encrypt: { key: … } }}. */
record BackupsReader(YamlReader yaml, Problems problems, LateSecrets secrets, Path root) {

  private static final int MOST = 10_000;
  private static final List<String> KEYS = List.of("keep", "encrypt", "with", "programs", "bucket");

  BackupSettings read(@Nullable Node node) {
    Map<String, Node> keys = node == null ? Map.of() : yaml.mapping(node, "backups", KEYS);
    return new BackupSettings(
        retention(keys.get("keep")),
        encryption(keys.get("encrypt")),
        new BackupProgramsReader(yaml, problems, root).read(keys),
        new BucketReader(yaml, problems, secrets).read(keys.get("bucket")));
  }

  private @Nullable BackupEncryption encryption(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    Map<String, Node> keys = yaml.mapping(node, "encrypt of backups", List.of("key", "former"));
    Node key = keys.get("key");
    if (key == null) {
      if (node instanceof MappingNode) {
        problems.add(
            node, ConfigurationError.MISSING_KEY, "encrypt of backups has no \"key\": ${NAME}");
      }
      return null;
    }
    Node former = keys.get("former");
    return new BackupEncryption(
        secrets.read(key, "key", "the key of backups"),
        (former instanceof SequenceNode list
                ? list.getValue()
                : former == null ? List.<Node>of() : List.of(former))
            .stream()
                .map(each -> secrets.read(each, "former", "a former key of backups"))
                .toList());
  }

  private BackupRetention retention(@Nullable Node keep) {
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
