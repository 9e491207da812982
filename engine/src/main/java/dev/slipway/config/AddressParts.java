package dev.slipway.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** An environment's address, put together from its parts. */
final class AddressParts {

  static final List<String> KEYS = List.of("host", "port", "database", "user", "password");

  private final String environment;
  private final boolean isInUse;
  private final YamlReader yaml;
  private final Problems problems;
  private final SecretSource secrets;
  private final Text texts;

  /** Replaces the variables of a value; what is wrong is told by it, and empties the value. */
  interface Text {
    /**
     * @param node where the value is
     * @param value as it is written
     */
    String of(Node node, String value);
  }

  AddressParts(
      String environment,
      boolean isInUse,
      YamlReader yaml,
      Problems problems,
      SecretSource secrets,
      Text texts) {
    this.environment = environment;
    this.isInUse = isInUse;
    this.yaml = yaml;
    this.problems = problems;
    this.secrets = secrets;
    this.texts = texts;
  }

  /** The address; of no use where something was wrong, which is told. */
  String url(Map<String, Node> keys, Node place) {
    String host = text(keys.get("host"), "host");
    String database = text(keys.get("database"), "database");
    if (!keys.containsKey("host") || !keys.containsKey("database")) {
      problems.add(
          place,
          ConfigurationError.MISSING_KEY,
          "environment "
              + YamlReader.shown(environment)
              + " needs \"host\" and \"database\" where it has no \"url\"");
    }
    String user = text(keys.get("user"), "user");
    String password =
        secrets.read(
            keys.get("password"), "password", "the password of " + environment, isInUse, texts);
    String port = port(keys.get("port"));
    String login = user.isEmpty() ? "" : encoded(user);
    if (!password.isEmpty()) {
      login += ":" + encoded(password);
    }
    return "postgresql://"
        + (login.isEmpty() ? "" : login + "@")
        + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
        + (port.isEmpty() ? "" : ":" + port)
        + "/"
        + encoded(database);
  }

  private String port(@Nullable Node node) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
      return scalar.getValue();
    }
    return text(node, "port");
  }

  private String text(@Nullable Node node, String key) {
    String value = node == null ? null : yaml.string(node, key);
    return node == null || value == null ? "" : texts.of(node, value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
