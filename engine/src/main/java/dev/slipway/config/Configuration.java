package dev.slipway.config;

import dev.slipway.dialect.Compared;
import dev.slipway.error.SlipwayException;
import dev.slipway.jpa.JpaSettings;
import dev.slipway.plan.Smallness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code slipway.yml} says, with its variables replaced and its paths made absolute.
 * Immutable.
 *
 * @param file the file it was read from; with {@link #standard} it need not be there
 * @param schema the sources of the schema definition, such as {@code java:target/classes}; relative
 *     paths in them are meant from {@link #root()}
 * @param migrations the folder of the migrations
 * @param postgres the major version of embedded servers and shadows, 15 to 18
 * @param platform the hosting platform whose objects are left alone: a name of {@link
 *     dev.slipway.platform.Platform#NAMES}; null for none
 * @param prelude scripts that stand for what the platform provides; they run in every shadow, and
 *     in an embedded environment when it is created, after those of the platform's profile
 * @param allowedObjects objects of kinds that the catalog does not model, and that may be there
 *     nevertheless
 * @param partitionsOfOthers the partitioned tables, as {@code schema.table} with {@code *} for any
 *     text, whose further partitions somebody else makes
 * @param exposed the schemas that an API serves to whoever reaches it; null for those of the
 *     platform
 * @param online whether migrations are generated so that others go on reading and writing meanwhile
 * @param compare what is compared although it differs by environment, by default
 * @param smallness how much a table may hold so that a hazard of its lock is none
 * @param classpath further jars and folders that the classes of a {@code java:} or {@code jpa:}
 *     schema need
 * @param jpa what is said about the entities of a {@code jpa:} schema
 * @param keep how long what was taken away is kept for a rollback, before {@code purge} takes it
 * @param notified who is told of what happens
 * @param backups where backups are, by what they are taken, what they are encrypted with, and which
 *     ones are kept
 * @param environments the environments by name, in the order of the file
 */
public record Configuration(
    Path file,
    List<String> schema,
    Path migrations,
    int postgres,
    @Nullable String platform,
    List<Path> prelude,
    List<AllowedObject> allowedObjects,
    List<String> partitionsOfOthers,
    @Nullable List<String> exposed,
    boolean online,
    Set<Compared> compare,
    Smallness smallness,
    List<Path> classpath,
    JpaSettings jpa,
    Duration keep,
    List<NotifySettings> notified,
    BackupSettings backups,
    Map<String, EnvironmentConfiguration> environments) {

  /** The name of the file. */
  public static final String FILE = "slipway.yml";

  /** The environment that is meant when none is named. */
  public static final String DEFAULT_ENVIRONMENT = "dev";

  static final String DEFAULT_SCHEMA = "java:target/classes";
  static final String DEFAULT_MIGRATIONS = "db/migrations";
  static final int DEFAULT_POSTGRES = 17;
  static final Duration DEFAULT_KEEP = Duration.ofDays(14);

  /** Copies the collections; the environments keep their order. */
  public Configuration {
    schema = List.copyOf(schema);
    prelude = List.copyOf(prelude);
    allowedObjects = List.copyOf(allowedObjects);
    partitionsOfOthers = List.copyOf(partitionsOfOthers);
    exposed = exposed == null ? null : List.copyOf(exposed);
    compare = Set.copyOf(compare);
    classpath = List.copyOf(classpath);
    notified = List.copyOf(notified);
    environments = Collections.unmodifiableMap(new LinkedHashMap<>(environments));
  }

  /**
   * The nearest {@code slipway.yml}, in a folder or above it; null when there is none.
   *
   * @param folder where to begin
   */
  public static @Nullable Path find(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(FILE))) {
        return at.resolve(FILE);
      }
    }
    return null;
  }

  /**
   * What holds where no file is needed: compiled classes, an embedded {@code dev}.
   *
   * @param folder the folder that relative paths are meant from
   */
  public static Configuration standard(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    return new Configuration(
        root.resolve(FILE),
        List.of(DEFAULT_SCHEMA),
        root.resolve(DEFAULT_MIGRATIONS),
        DEFAULT_POSTGRES,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        /* online= */ true,
        Set.of(),
        Smallness.standard(),
        List.of(),
        JpaSettings.none(),
        DEFAULT_KEEP,
        List.of(),
        BackupSettings.standard(),
        standardEnvironments());
  }

  /**
   * Reads a file. A variable comes from the process, then from {@code .env.NAME} of its
   * environment, then from {@code .env}, both beside the file.
   *
   * @param file the file
   * @param shown the file as problems show it
   * @param variables the variables of the process
   * @param inUse the environments in use, the first of which gives its variables to the keys
   *     outside of {@code environments} as well; only their variables have to be set, and names
   *     that the file does not have are left to {@link #environment}
   * @throws ConfigurationException with everything that is wrong
   */
  public static Configuration load(
      Path file, String shown, Map<String, String> variables, List<String> inUse) {
    return load(file, shown, variables, inUse, secrets -> {});
  }

  /**
   * The same, where somebody is told of the secrets that are fetched later.
   *
   * @param file the file
   * @param shown the file as problems show it
   * @param variables the variables of the process
   * @param inUse the environments in use
   * @param fetched takes such secrets before they are used
   * @throws ConfigurationException with everything that is wrong
   */
  public static Configuration load(
      Path file,
      String shown,
      Map<String, String> variables,
      List<String> inUse,
      Consumer<List<String>> fetched) {
    return new ConfigurationReader(file, shown, variables, inUse, fetched).read();
  }

  /** The folder of the file: what relative paths are meant from. */
  public Path root() {
    Path parent = file.getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  /**
   * An environment, ready for use.
   *
   * @param name its name
   * @throws SlipwayException when there is none of that name, or its variables are not set
   */
  public EnvironmentConfiguration environment(String name) {
    EnvironmentConfiguration found = known(name);
    if (!found.unset().isEmpty()) {
      throw new ConfigurationException(found.unset());
    }
    return found;
  }

  /**
   * An environment whose database is not needed: the variables of its address may be unset.
   *
   * @param name its name
   * @throws SlipwayException when there is none of that name
   */
  public EnvironmentConfiguration known(String name) {
    EnvironmentConfiguration found = environments.get(name);
    if (found == null) {
      throw new SlipwayException(
          ConfigurationError.UNKNOWN_ENVIRONMENT,
          "there is no environment \""
              + name
              + "\"; "
              + Suggestion.phrase(name, environments.keySet()),
          "Name one of the environments of " + file.getFileName() + ", or add it there.");
    }
    return found;
  }

  /** Every text of the configuration that must not be printed, in no order. */
  public List<String> secrets() {
    return Stream.concat(
            schema.stream(), environments.values().stream().map(EnvironmentConfiguration::url))
        .flatMap(value -> Secrets.suspectedIn(value).stream())
        .distinct()
        .toList();
  }

  static Map<String, EnvironmentConfiguration> standardEnvironments() {
    return Map.of(
        DEFAULT_ENVIRONMENT,
        new EnvironmentConfiguration(
            DEFAULT_ENVIRONMENT,
            EnvironmentConfiguration.EMBEDDED,
            Logins.of(EnvironmentConfiguration.EMBEDDED),
            /* protectedEnvironment= */ false,
            null,
            /* stamped= */ true,
            Map.of(),
            WatchSettings.standard(),
            PromotionPolicy.standard(/* isProtected= */ false, /* hasBefore= */ false),
            PitrSettings.standard(DEFAULT_ENVIRONMENT),
            List.of()));
  }

  /** The file and the names of the environments; no values, since they hold secrets. */
  @Override
  public String toString() {
    return file.getFileName()
        + environments.keySet().stream().collect(Collectors.joining(", ", " (", ")"));
  }
}
