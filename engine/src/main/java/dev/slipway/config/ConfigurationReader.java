package dev.slipway.config;

import dev.slipway.dialect.Compared;
import dev.slipway.jpa.JpaSettings;
import dev.slipway.plan.Smallness;
import dev.slipway.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one {@code slipway.yml}. Used once. */
final class ConfigurationReader {

  private static final List<String> KEYS =
      List.of(
          "schema",
          "migrations",
          "postgres",
          "platform",
          "prelude",
          "allow_unmodelled",
          "partitions_of_others",
          "exposed",
          "online",
          "compare",
          "hazards",
          "classpath",
          "jpa",
          "parked",
          "notify",
          "backups",
          "environments");
  private static final List<String> JPA_KEYS = List.of("unit", "naming", "properties");
  private static final List<String> ENVIRONMENT_KEYS =
      Stream.concat(
              Stream.of("protected", "after", "stamp", "roles", "watch", "promotion", "pitr"),
              AddressReader.KEYS.stream())
          .toList();
  private static final Pattern DAYS = Pattern.compile("([0-9]{1,5})d");
  private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  /** More than that would take long to be counted where there are no statistics. */
  private static final int MOST_ROWS = 10_000_000;

  private static final Pattern BYTES = Pattern.compile("([0-9]{1,9}) ?(|kB|MB|GB)");

  private final Path file;
  private final Path root;
  private final List<String> inUse;
  private final Problems problems;
  private final YamlReader yaml;
  private final Map<String, String> process;
  private final Consumer<List<String>> fetched;
  private final Variables variables;

  ConfigurationReader(
      Path file,
      String shown,
      Map<String, String> process,
      List<String> inUse,
      Consumer<List<String>> fetched) {
    this.file = file.toAbsolutePath().normalize();
    this.root = this.file.resolveSibling("").normalize();
    this.inUse = inUse;
    this.problems = new Problems(shown);
    this.yaml = new YamlReader(problems);
    this.process = process;
    this.fetched = fetched;
    this.variables = new Variables(root, process);
  }

  Configuration read() {
    Node document = YamlText.parse(file, problems);
    Map<String, Node> keys =
        document == null ? Map.of() : yaml.mapping(document, Configuration.FILE, KEYS);
    List<String> schema = schema(keys.get("schema"));
    Path migrations = migrations(keys.get("migrations"));
    int postgres = postgres(keys.get("postgres"));
    String platform = platform(keys.get("platform"));
    List<Path> prelude = prelude(keys.get("prelude"));
    List<AllowedObject> allowed = allowed(keys.get("allow_unmodelled"));
    List<String> partitions = partitionsOfOthers(keys.get("partitions_of_others"));
    List<String> exposed = exposed(keys.get("exposed"));
    Node onlineNode = keys.get("online");
    boolean online = onlineNode == null || yaml.bool(onlineNode, "online");
    Set<Compared> compare = compare(keys.get("compare"));
    Smallness smallness = hazards(keys.get("hazards"));
    List<Path> classpath = classpath(keys.get("classpath"));
    JpaSettings jpa = jpa(keys.get("jpa"));
    Duration keep = keep(keys.get("parked"));
    List<NotifySettings> notify =
        new NotifyReader(yaml, problems, variables, inUse.isEmpty() ? null : inUse.get(0))
            .read(keys.get("notify"));
    BackupSettings backups =
        new BackupsReader(
                yaml,
                problems,
                new LateSecrets(
                    root,
                    problems,
                    () -> new Variables(root, process),
                    inUse.isEmpty() ? null : inUse.get(0),
                    fetched),
                root)
            .read(keys.get("backups"));
    Map<String, EnvironmentConfiguration> environments = environments(keys.get("environments"));
    problems.throwIfAny();
    return new Configuration(
        file,
        schema,
        migrations,
        postgres,
        platform,
        prelude,
        allowed,
        partitions,
        exposed,
        online,
        compare,
        smallness,
        classpath,
        jpa,
        keep,
        notify,
        backups,
        environments);
  }

  private List<String> schema(@Nullable Node node) {
    if (node == null) {
      problems.add(
          1,
          1,
          ConfigurationError.MISSING_KEY,
          "the key \"schema\" is missing: where the schema definition is, such as "
              + Configuration.DEFAULT_SCHEMA
              + " or sql:db/schema");
      return List.of();
    }
    List<String> sources =
        yaml.strings(node, "schema").stream().map(each -> text(each, "schema")).toList();
    if (node instanceof SequenceNode list && list.getValue().isEmpty()) {
      problems.add(node, ConfigurationError.BAD_VALUE, "schema lists no source");
    }
    return sources;
  }

  /** Jars and folders; {@code lib/*} stands for the jars of a folder, as for Java itself. */
  private List<Path> classpath(@Nullable Node node) {
    List<Path> entries = new ArrayList<>();
    for (Path entry : paths(node, "classpath").values()) {
      if (!entry.endsWith("*")) {
        entries.add(entry);
        continue;
      }
      try (Stream<Path> files = Files.list(entry.resolveSibling(""))) {
        files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(entries::add);
      } catch (IOException notMadeYet) {
        // What needs a class of it says which one; other commands don't ask.
      }
    }
    return entries;
  }

  private JpaSettings jpa(@Nullable Node node) {
    if (node == null) {
      return JpaSettings.none();
    }
    Map<String, Node> keys = yaml.mapping(node, "jpa", JPA_KEYS);
    Node unit = keys.get("unit");
    Map<String, String> properties = new LinkedHashMap<>();
    Node given = keys.get("properties");
    if (given != null) {
      yaml.mapping(given, "jpa properties", List.of())
          .forEach((name, value) -> properties.put(name, text(value, name)));
    }
    return new JpaSettings(
        unit == null ? null : text(unit, "unit"), naming(keys.get("naming")), properties);
  }

  private Duration keep(@Nullable Node node) {
    Node keep = node == null ? null : yaml.mapping(node, "parked", List.of("keep")).get("keep");
    String words = keep == null ? null : yaml.string(keep, "keep");
    if (keep == null || words == null) {
      return Configuration.DEFAULT_KEEP;
    }
    Matcher days = DAYS.matcher(words);
    if (!days.matches()) {
      problems.add(
          keep,
          ConfigurationError.BAD_VALUE,
          "keep is a whole number of days, such as 14d, not " + YamlReader.shown(words));
      return Configuration.DEFAULT_KEEP;
    }
    return Duration.ofDays(Long.parseLong(days.group(1)));
  }

  private JpaSettings.@Nullable Naming naming(@Nullable Node node) {
    String word = node == null ? null : yaml.string(node, "naming");
    if (node == null || word == null) {
      return null;
    }
    return switch (word) {
      case "jpa" -> JpaSettings.Naming.JPA;
      case "spring" -> JpaSettings.Naming.SPRING;
      default -> {
        problems.add(
            node,
            ConfigurationError.BAD_VALUE,
            "naming is jpa or spring, not "
                + YamlReader.shown(word)
                + "; a strategy of your own is hibernate.physical_naming_strategy under"
                + " properties");
        yield null;
      }
    };
  }

  private Path migrations(@Nullable Node node) {
    String folder = node == null ? Configuration.DEFAULT_MIGRATIONS : text(node, "migrations");
    return root.resolve(folder).normalize();
  }

  private int postgres(@Nullable Node node) {
    Integer major = node == null ? null : yaml.integer(node, "postgres");
    if (node == null || major == null) {
      return Configuration.DEFAULT_POSTGRES;
    }
    if (major < 15 || major > 18) {
      problems.add(
          node, ConfigurationError.BAD_VALUE, "postgres is 15, 16, 17 or 18, not " + major);
    }
    return major;
  }

  private @Nullable String platform(@Nullable Node node) {
    String name = node == null ? null : yaml.string(node, "platform");
    if (node != null && name != null && !Platform.NAMES.contains(name)) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "there is no profile of the platform "
              + YamlReader.shown(name)
              + "; "
              + Suggestion.phrase(name, Platform.NAMES));
      return null;
    }
    return name;
  }

  private List<AllowedObject> allowed(@Nullable Node node) {
    var allowed = new ArrayList<AllowedObject>();
    for (Node each : node == null ? List.<Node>of() : yaml.list(node, "allow_unmodelled")) {
      Map<String, Node> keys =
          yaml.mapping(each, "an entry of allow_unmodelled", List.of("object", "reason"));
      Node objectNode = keys.get("object");
      Node reasonNode = keys.get("reason");
      String object = objectNode == null ? null : yaml.string(objectNode, "object");
      String reason = reasonNode == null ? null : yaml.string(reasonNode, "reason");
      if (each instanceof MappingNode && (objectNode == null || reasonNode == null)) {
        problems.add(
            each,
            ConfigurationError.MISSING_KEY,
            "an entry of allow_unmodelled has no "
                + (objectNode == null
                    ? "\"object\": what Slipway refuses, in the words of the refusal"
                    : "\"reason\": why it may stay out of the comparison"));
      }
      if (object != null && reason != null) {
        allowed.add(new AllowedObject(object, reason));
      }
    }
    return allowed;
  }

  private List<String> partitionsOfOthers(@Nullable Node node) {
    List<String> tables = new ArrayList<>();
    for (ScalarNode each :
        node == null ? List.<ScalarNode>of() : yaml.strings(node, "partitions_of_others")) {
      String table = each.getValue();
      if (table.indexOf('.') > 0) {
        tables.add(table);
      } else {
        problems.add(
            each,
            ConfigurationError.BAD_VALUE,
            "partitions_of_others takes tables with their schemas, such as public.visits, not "
                + YamlReader.shown(table));
      }
    }
    return tables;
  }

  /** A list that is there and empty says that no schema is served. */
  private @Nullable List<String> exposed(@Nullable Node node) {
    return node == null
        ? null
        : yaml.strings(node, "exposed").stream().map(ScalarNode::getValue).toList();
  }

  private Set<Compared> compare(@Nullable Node node) {
    Set<Compared> found = EnumSet.noneOf(Compared.class);
    for (ScalarNode each : node == null ? List.<ScalarNode>of() : yaml.strings(node, "compare")) {
      Optional<Compared> which =
          Compared.configurable().stream()
              .filter(known -> known.word().equals(each.getValue()))
              .findFirst();
      if (which.isPresent()) {
        found.add(which.get());
      } else {
        problems.add(
            each,
            ConfigurationError.BAD_VALUE,
            "compare takes owners and roles, not " + YamlReader.shown(each.getValue()));
      }
    }
    return found;
  }

  private Smallness hazards(@Nullable Node node) {
    Node small = node == null ? null : yaml.mapping(node, "hazards", List.of("small")).get("small");
    Map<String, Node> keys =
        small == null ? Map.of() : yaml.mapping(small, "small", List.of("rows", "bytes"));
    Smallness standard = Smallness.standard();
    return new Smallness(
        rows(keys.get("rows"), standard.rows()), bytes(keys.get("bytes"), standard.bytes()));
  }

  private long rows(@Nullable Node node, long standard) {
    Integer rows = node == null ? null : yaml.integer(node, "rows");
    if (node == null || rows == null) {
      return standard;
    }
    if (rows < 0 || rows > MOST_ROWS) {
      problems.add(
          node, ConfigurationError.BAD_VALUE, "rows is 0 to " + MOST_ROWS + ", not " + rows);
    }
    return rows;
  }

  /** A number of bytes, alone or with a unit. */
  private long bytes(@Nullable Node node, long standard) {
    if (node == null) {
      return standard;
    }
    String text =
        node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)
            ? scalar.getValue()
            : yaml.string(node, "bytes");
    if (text == null) {
      return standard;
    }
    Matcher words = BYTES.matcher(text);
    if (!words.matches()) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "bytes is a number with kB, MB or GB, such as 8MB, not " + YamlReader.shown(text));
      return standard;
    }
    long number = Long.parseLong(words.group(1));
    return switch (words.group(2)) {
      case "kB" -> number << 10;
      case "MB" -> number << 20;
      case "GB" -> number << 30;
      default -> number;
    };
  }

  private List<Path> prelude(@Nullable Node node) {
    Map<Node, Path> files = paths(node, "prelude");
    files.forEach((where, path) -> {
      if (!path.toString().endsWith(".sql") || !Files.isRegularFile(path)) {
        problems.add(
            where,
            ConfigurationError.BAD_VALUE,
            "prelude takes .sql files that are there; there is no " + root.relativize(path));
      }
    });
    return List.copyOf(files.values());
  }

  private Map<Node, Path> paths(@Nullable Node node, String key) {
    Map<Node, Path> paths = new LinkedHashMap<>();
    for (ScalarNode each : node == null ? List.<ScalarNode>of() : yaml.strings(node, key)) {
      paths.put(each, root.resolve(text(each, key)).normalize());
    }
    return paths;
  }

  /** A value outside of the environments, with the variables of the first environment in use. */
  private String text(Node node, String key) {
    String value = yaml.string(node, key);
    if (value == null) {
      return "";
    }
    String environment = inUse.isEmpty() ? null : inUse.get(0);
    Variables.Replaced replaced = variables.replace(value, node, problems, environment);
    replaced.problems().forEach(problems::add);
    return replaced.text();
  }

  private Map<String, EnvironmentConfiguration> environments(@Nullable Node node) {
    if (node == null) {
      return Configuration.standardEnvironments();
    }
    Map<String, Node> nodes = yaml.mapping(node, "environments", List.of());
    Map<String, EnvironmentConfiguration> environments = new LinkedHashMap<>();
    Map<String, Node> afters = new LinkedHashMap<>();
    nodes.forEach((name, value) -> {
      if (!ENVIRONMENT_NAME.matcher(name).matches()) {
        problems.add(
            value,
            ConfigurationError.BAD_VALUE,
            "an environment's name has lower-case letters, digits, _ and -, and begins with a"
                + " letter: not "
                + YamlReader.shown(name));
      }
      environments.put(name, environment(name, value, afters));
    });
    EnvironmentOrder.check(environments, afters, problems);
    return environments;
  }

  private EnvironmentConfiguration environment(String name, Node node, Map<String, Node> afters) {
    String where = "environment " + YamlReader.shown(name);
    Map<String, Node> keys = yaml.mapping(node, where, ENVIRONMENT_KEYS);
    Node protectedNode = keys.get("protected");
    Node afterNode = keys.get("after");
    String after = null;
    if (afterNode != null) {
      after = yaml.string(afterNode, "after");
      afters.put(name, afterNode);
    }
    AddressReader.Address address =
        new AddressReader(name, root, inUse, problems, () -> new Variables(root, process), fetched)
            .read(keys, node);
    boolean isProtected = protectedNode != null && yaml.bool(protectedNode, "protected");
    return new EnvironmentConfiguration(
        name,
        address.url(),
        address.logins(),
        isProtected,
        after,
        stamped(keys.get("stamp")),
        roles(keys.get("roles")),
        new WatchReader(yaml, problems, variables, name).read(keys.get("watch")),
        new PromotionReader(yaml, problems, isProtected, after != null).read(keys.get("promotion")),
        new PitrReader(yaml, problems, root, name).read(keys.get("pitr")),
        address.unset());
  }

  /** What roles of another environment are called in this one. */
  private Map<String, String> roles(@Nullable Node node) {
    Map<String, String> roles = new LinkedHashMap<>();
    if (node != null) {
      yaml.mapping(node, "roles", List.of())
          .forEach((name, value) -> {
            String here = yaml.string(value, name);
            if (here != null) {
              roles.put(name, here);
            }
          });
    }
    return roles;
  }

  private boolean stamped(@Nullable Node node) {
    String word = node == null ? null : yaml.string(node, "stamp");
    if (node == null || word == null) {
      return true;
    }
    if (!word.equals("none")) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "stamp takes none, for a database that needs no stamp, not " + YamlReader.shown(word));
    }
    return false;
  }
}
