package dev.slipway.config;

import dev.slipway.dialect.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One look at where a database is: a url or its parts, with what is said of TLS. */
final class AddressKeys {

  private final String name;
  private final Path root;
  private final Problems problems;
  private final List<ConfigurationProblem> unset;
  private final List<String> inUse;
  private final YamlReader yaml;
  private final Variables values;

  /**
   * @param name the environment
   * @param root what files are meant from
   * @param problems takes what is wrong
   * @param unset takes what is wrong only once the environment is used
   * @param inUse the environments whose secrets are fetched
   * @param values the variables as they are now
   */
  AddressKeys(
      String name,
      Path root,
      Problems problems,
      List<ConfigurationProblem> unset,
      List<String> inUse,
      Variables values) {
    this.name = name;
    this.root = root;
    this.problems = problems;
    this.unset = unset;
    this.inUse = inUse;
    this.yaml = new YamlReader(problems);
    this.values = values;
  }

  /**
   * The address; of no use where something was wrong, which is told.
   *
   * @param keys what is said of it
   * @param place where that stands
   */
  String url(Map<String, Node> keys, Node place) {
    String where = "environment " + YamlReader.shown(name);
    Node urlNode = keys.get("url");
    boolean hasParts = AddressParts.KEYS.stream().anyMatch(keys::containsKey);
    if (urlNode != null && hasParts) {
      problems.add(
          urlNode,
          ConfigurationError.BAD_VALUE,
          where + " has a \"url\" and parts of an address; one of them says where it is");
      return "";
    }
    if (urlNode != null) {
      String url = url(urlNode);
      boolean isWritten = urlNode instanceof ScalarNode text && text.getValue().equals(url);
      return withTls(url, urlNode, keys.get("tls"), isWritten || inUse.contains(name));
    }
    if (hasParts) {
      String address =
          new AddressParts(
                  name,
                  inUse.contains(name),
                  yaml,
                  problems,
                  new SecretSource(root, yaml, problems),
                  this::text)
              .url(keys, place);
      return withTls(address, place, keys.get("tls"), true);
    }
    if (place instanceof MappingNode) {
      problems.add(
          place,
          ConfigurationError.MISSING_KEY,
          where + " has no \"url\": embedded, or an address");
    }
    return "";
  }

  private String text(Node node, String value) {
    return Objects.requireNonNullElse(replaced(node, value), "");
  }

  private String withTls(String address, Node where, @Nullable Node tls, boolean isKnown) {
    if (tls != null && address.equals(EnvironmentConfiguration.EMBEDDED)) {
      problems.add(
          tls,
          ConfigurationError.BAD_VALUE,
          "environment " + YamlReader.shown(name) + " is embedded: tls has no place there");
    }
    return new TlsReader(name, root, yaml, problems, this::text)
        .applied(address, where, tls, isKnown);
  }

  private String url(Node node) {
    String value = yaml.string(node, "url");
    String url = value == null ? null : replaced(node, value);
    if (value == null || url == null) {
      return "";
    }
    if (!url.equals(EnvironmentConfiguration.EMBEDDED) && !DatabaseUrl.looksLike(url)) {
      // the value itself stays unsaid: it may hold a password
      ConfigurationProblem problem =
          problems.at(
              node,
              ConfigurationError.BAD_VALUE,
              "the url of "
                  + name
                  + " is neither \"embedded\" nor an address such as"
                  + " postgresql://USER:PASSWORD@HOST:5432/DATABASE");
      if (inUse.contains(name) || url.equals(value)) {
        problems.add(problem);
      } else {
        unset.add(problem);
      }
      return "";
    }
    return url;
  }

  /**
   * A value with its variables; null where one is not set, which matters only to an environment in
   * use.
   */
  private @Nullable String replaced(Node node, String value) {
    Variables.Replaced replaced = values.replace(value, node, problems, name);
    if (!replaced.problems().isEmpty()) {
      if (inUse.contains(name)) {
        replaced.problems().forEach(problems::add);
      } else {
        unset.addAll(replaced.problems());
      }
      return null;
    }
    return replaced.text();
  }
}
