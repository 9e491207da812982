package dev.slipway.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * An environment's address, put together from its parts. TLS is checked to the full unless the host
 * is this machine, or the file says otherwise and why.
 */
final class AddressParts {

  static final List<String> KEYS = List.of("host", "port", "database", "user", "password", "tls");

  private static final String FULL = "verify-full";
  private static final List<String> MODES = List.of(FULL, "verify-ca", "require", "disable");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private final String environment;
  private final YamlReader yaml;
  private final Problems problems;
  private final PasswordSource passwords;
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
      YamlReader yaml,
      Problems problems,
      PasswordSource passwords,
      Text texts) {
    this.environment = environment;
    this.yaml = yaml;
    this.problems = problems;
    this.passwords = passwords;
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
    String password = passwords.read(keys.get("password"), environment, texts);
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
        + encoded(database)
        + options(keys.get("tls"), THIS_MACHINE.contains(host));
  }

  private String port(@Nullable Node node) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
      return scalar.getValue();
    }
    return text(node, "port");
  }

  private String options(@Nullable Node node, boolean isThisMachine) {
    Map<String, Node> keys =
        node == null ? Map.of() : yaml.mapping(node, "tls", List.of("mode", "reason", "ca"));
    String mode = text(keys.get("mode"), "mode");
    if (node != null && !mode.isEmpty() && !MODES.contains(mode)) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "the mode of tls is one of "
              + String.join(", ", MODES)
              + ", not "
              + YamlReader.shown(mode));
    }
    boolean isRelaxed = !mode.isEmpty() && !mode.equals(FULL);
    if (node != null && isRelaxed && text(keys.get("reason"), "reason").isEmpty()) {
      problems.add(
          node,
          ConfigurationError.MISSING_KEY,
          "tls with the mode " + mode + " needs a \"reason\": why the server is not checked fully");
    }
    List<String> options = new ArrayList<>();
    if (!mode.isEmpty() || !isThisMachine) {
      options.add("sslmode=" + (mode.isEmpty() ? FULL : mode));
    }
    String authority = text(keys.get("ca"), "ca");
    if (!authority.isEmpty()) {
      options.add("sslrootcert=" + encoded(authority));
    }
    return options.isEmpty() ? "" : "?" + String.join("&", options);
  }

  private String text(@Nullable Node node, String key) {
    String value = node == null ? null : yaml.string(node, key);
    return node == null || value == null ? "" : texts.of(node, value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
