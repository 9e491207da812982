package dev.slipway.config;

import dev.slipway.dialect.DatabaseUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads where an environment's database is, and as whom it is entered. Where looking has a login of
 * its own, each of the two is fetched by the command that needs it, and only then.
 */
final class AddressReader {

  static final List<String> KEYS =
      Stream.concat(
              Stream.of("url", "tls", "read", "migrate_as", "read_as"), AddressParts.KEYS.stream())
          .toList();

  /** What the login to read may say otherwise than its environment. */
  private static final List<String> READ_KEYS =
      Stream.concat(Stream.of("url", "tls"), AddressParts.KEYS.stream()).toList();

  private static final List<String> LOGIN = List.of("user", "password");

  private final String name;
  private final Path root;
  private final List<String> inUse;
  private final Problems problems;
  private final Supplier<Variables> variables;
  private final Consumer<String> fetched;

  /**
   * @param name the environment
   * @param root what files are meant from
   * @param inUse the environments in use
   * @param problems takes what is wrong
   * @param variables looks variables up as they are now
   * @param fetched is told of each address that is fetched later, so that its secrets are kept
   */
  AddressReader(
      String name,
      Path root,
      List<String> inUse,
      Problems problems,
      Supplier<Variables> variables,
      Consumer<String> fetched) {
    this.name = name;
    this.root = root;
    this.inUse = inUse;
    this.problems = problems;
    this.variables = variables;
    this.fetched = fetched;
  }

  /**
   * What was read.
   *
   * @param url the address to change the database; without what is fetched later
   * @param logins as whom it is entered
   * @param unset the variables without a value, without which the environment is of no use
   */
  record Address(String url, Logins logins, List<ConfigurationProblem> unset) {}

  /**
   * @param keys what the file says of the environment
   * @param place where it says so
   */
  Address read(Map<String, Node> keys, Node place) {
    var yaml = new YamlReader(problems);
    Node readNode = keys.get("read");
    String migrateAs = role(yaml, keys.get("migrate_as"), "migrate_as");
    String readAs = role(yaml, keys.get("read_as"), "read_as");
    boolean isApart = readNode != null || readAs != null;
    Map<String, Node> reading =
        readNode == null ? keys : merged(keys, yaml.mapping(readNode, "read", READ_KEYS), readNode);
    var unset = new ArrayList<ConfigurationProblem>();
    boolean isFetchedLater = readNode != null;
    String url = new Reading(problems, unset, isFetchedLater ? List.of() : inUse).url(keys, place);
    if (readNode != null) {
      new Reading(problems, new ArrayList<>(), List.of()).url(reading, readNode);
    }
    if (url.equals(EnvironmentConfiguration.EMBEDDED) && (isApart || migrateAs != null)) {
      problems.add(
          place,
          ConfigurationError.BAD_VALUE,
          "environment "
              + YamlReader.shown(name)
              + " is embedded: its server has one user, so that read, read_as and migrate_as have"
              + " no place there");
    }
    boolean isKnown = !isFetchedLater && inUse.contains(name);
    return new Address(
        unset.isEmpty() ? url : "",
        new Logins(
            once(isKnown ? url : null, keys, place, migrateAs),
            once(isKnown ? url : null, reading, readNode == null ? place : readNode, readAs),
            isApart,
            migrateAs,
            readAs),
        isFetchedLater ? List.of() : unset);
  }

  /** The parts of the environment, but for the login. */
  private Map<String, Node> merged(Map<String, Node> all, Map<String, Node> own, Node place) {
    if (own.containsKey("url")) {
      Map<String, Node> with = new LinkedHashMap<>(own);
      Node tls = all.get("tls");
      if (tls != null) {
        with.putIfAbsent("tls", tls);
      }
      return with;
    }
    if (all.containsKey("url")) {
      problems.add(
          place,
          ConfigurationError.MISSING_KEY,
          "read of " + name + " needs a \"url\", since the environment has one");
      return all;
    }
    if (!own.containsKey("user")) {
      problems.add(
          place,
          ConfigurationError.MISSING_KEY,
          "read of " + name + " needs a \"user\" or a \"url\"");
    }
    Map<String, Node> merged = new LinkedHashMap<>(all);
    merged.keySet().removeAll(LOGIN);
    merged.putAll(own);
    return merged;
  }

  private @Nullable String role(YamlReader yaml, @Nullable Node node, String key) {
    return node == null ? null : yaml.string(node, key);
  }

  /** Made once, so that all connections share what is found out when a login is refused. */
  private Supplier<DatabaseUrl> once(
      @Nullable String known, Map<String, Node> keys, Node place, @Nullable String role) {
    return new Supplier<>() {
      private @Nullable DatabaseUrl made;

      @Override
      public synchronized DatabaseUrl get() {
        DatabaseUrl address = made;
        if (address == null) {
          address =
              DatabaseUrl.renewable(
                  known == null ? fetch(keys, place) : known, () -> fetch(keys, place));
          address = role == null ? address : address.as(role);
          made = address;
        }
        return address;
      }
    };
  }

  /** The address with the secrets of now. */
  private String fetch(Map<String, Node> keys, Node place) {
    Problems late = problems.none();
    String url = new Reading(late, new ArrayList<>(), List.of(name)).url(keys, place);
    fetched.accept(url);
    late.throwIfAny();
    return url;
  }

  /** One look at the keys of an address. */
  private final class Reading {

    private final Problems problems;
    private final List<ConfigurationProblem> unset;
    private final List<String> inUse;
    private final YamlReader yaml;
    private final Variables values;

    Reading(Problems problems, List<ConfigurationProblem> unset, List<String> inUse) {
      this.problems = problems;
      this.unset = unset;
      this.inUse = inUse;
      this.yaml = new YamlReader(problems);
      this.values = variables.get();
    }

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
                    yaml,
                    problems,
                    new PasswordSource(root, inUse, yaml, problems),
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
     * A value with its variables; null where one is not set, which matters only to an environment
     * in use.
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
}
