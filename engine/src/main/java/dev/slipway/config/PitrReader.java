package dev.slipway.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code pitr:} of an environment. */
final class PitrReader {

  private static final List<String> KEYS =
      List.of("provider", "stanza", "program", "config", "repository", "keep", "binaries");
  private static final int MOST = 10_000;

  private final YamlReader yaml;
  private final Problems problems;
  private final Path root;
  private final PitrSettings standard;

  PitrReader(YamlReader yaml, Problems problems, Path root, String environment) {
    this.yaml = yaml;
    this.problems = problems;
    this.root = root;
    this.standard = PitrSettings.standard(environment);
  }

  PitrSettings read(@Nullable Node node) {
    if (node == null) {
      return standard;
    }
    Map<String, Node> keys = yaml.mapping(node, "pitr", KEYS);
    return new PitrSettings(
        provider(keys),
        stanza(keys.get("stanza")),
        program(keys.get("program")),
        path(keys, "config", standard.config()),
        path(keys, "repository", standard.repository()),
        keep(keys.get("keep")),
        keys.containsKey("binaries") ? path(keys, "binaries", root) : null);
  }

  /** What is said of pgBackRest beside a provider would be passed over. */
  private @Nullable ManagedServer provider(Map<String, Node> keys) {
    Node node = keys.get("provider");
    String word = node == null ? null : yaml.string(node, "provider");
    if (node == null || word == null) {
      return null;
    }
    ManagedServer provider = ManagedServer.of(word);
    if (provider == null) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "there is no provider "
              + YamlReader.shown(word)
              + "; "
              + Suggestion.phrase(word, ManagedServer.words()));
    } else if (keys.size() > 1) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "provider stands alone: pgBackRest can't reach the files of " + provider.title());
    }
    return provider;
  }

  /** The name becomes a folder, and stands in a command that the server runs. */
  private String stanza(@Nullable Node node) {
    String name = node == null ? null : yaml.string(node, "stanza");
    if (node == null || name == null) {
      return standard.stanza();
    }
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,62}")) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "stanza is a name of letters, digits, _ and -, not " + YamlReader.shown(name));
    }
    return name;
  }

  private String program(@Nullable Node node) {
    String name = node == null ? null : yaml.string(node, "program");
    if (name == null) {
      return standard.program();
    }
    return name.contains("/") ? root.resolve(name).normalize().toString() : name;
  }

  private Path path(Map<String, Node> keys, String key, Path standardPath) {
    Node node = keys.get(key);
    String text = node == null ? null : yaml.string(node, key);
    return text == null ? standardPath : root.resolve(text).normalize();
  }

  private int keep(@Nullable Node node) {
    Integer number = node == null ? null : yaml.integer(node, "keep");
    if (node == null || number == null) {
      return standard.keep();
    }
    if (number < 1 || number > MOST) {
      problems.add(node, ConfigurationError.BAD_VALUE, "keep is 1 to " + MOST + ", not " + number);
    }
    return number;
  }
}
