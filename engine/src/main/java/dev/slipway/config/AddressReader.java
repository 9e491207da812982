package dev.slipway.config;

import dev.slipway.dialect.DatabaseUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

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
  private final Consumer<List<String>> fetched;

  /**
   * @param name the environment
   * @param root what files are meant from
   * @param inUse the environments in use
   * @param problems takes what is wrong
   * @param variables looks variables up as they are now
   * @param fetched is told of the secrets of each address that is fetched later
   */
  AddressReader(
      String name,
      Path root,
      List<String> inUse,
      Problems problems,
      Supplier<Variables> variables,
      Consumer<List<String>> fetched) {
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
    String url = look(problems, unset, isFetchedLater ? List.of() : inUse).url(keys, place);
    if (readNode != null) {
      look(problems, new ArrayList<>(), List.of()).url(reading, readNode);
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
    String url = look(late, new ArrayList<>(), List.of(name)).url(keys, place);
    fetched.accept(Secrets.suspectedIn(url));
    late.throwIfAny();
    return url;
  }

  private AddressKeys look(
      Problems problems, List<ConfigurationProblem> unset, List<String> inUse) {
    return new AddressKeys(name, root, problems, unset, inUse, variables.get());
  }
}
