package dev.slipway.jpa;

import dev.slipway.compiler.CompiledClasses;
import dev.slipway.compiler.SourceFolder;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the entities of a project say as SQL, by the user's own Hibernate. Runs of several at once
 * have to be kept apart, since Hibernate's log is silenced for the whole process meanwhile.
 */
public final class Entities {

  private static final int FEW = 6;

  private final Path directory;
  private final List<Path> classPath;
  private final JpaSettings settings;
  private final int postgres;

  /**
   * @param directory the folder that paths in messages are relative to
   * @param classPath the jars and folders that the entities need, Hibernate among them
   * @param settings what the configuration says
   * @param postgres the major version of the server that the SQL is for
   */
  public Entities(Path directory, List<Path> classPath, JpaSettings settings, int postgres) {
    this.directory = directory;
    this.classPath = List.copyOf(classPath);
    this.settings = settings;
    this.postgres = postgres;
  }

  /**
   * The script that creates the tables of entities and all that they need.
   *
   * @param folders the folders of their class files, or of their sources; they are one persistence
   *     unit
   * @throws SlipwayException when there is no Hibernate, no entity, or Hibernate refuses them
   */
  public String script(List<Path> folders) {
    List<Path> classes = folders.stream().map(this::classes).toList();
    List<Path> all = new ArrayList<>(classes);
    all.addAll(classPath);
    try (var loader = new URLClassLoader(urls(all), ClassLoader.getPlatformClassLoader())) {
      var hibernate = new Hibernate(loader, place(classes));
      PersistenceUnit unit = unit(folders, classes);
      Map<String, String> properties = new LinkedHashMap<>(unit.properties());
      properties.putAll(settings.properties());
      SpringNaming.add(settings.naming(), loader, properties);
      return hibernate.script(unit, properties, postgres);
    } catch (IOException e) {
      throw EntityClasses.unreadable(folders.get(0), e);
    }
  }

  private Path classes(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SlipwayException(
          JpaError.NO_ENTITIES,
          "The folder of the entities does not exist: " + shown(folder),
          "Compile the project first (mvn compile), or correct `schema:` in slipway.yml.");
    }
    return SourceFolder.is(folder)
        ? new CompiledClasses(directory).of(SourceFolder.at(folder), classPath)
        : folder;
  }

  private PersistenceUnit unit(List<Path> folders, List<Path> classes) {
    PersistenceXml.Unit written = written(classes);
    Set<String> names = new TreeSet<>(written.classes());
    if (!written.isListed()) {
      names.addAll(EntityClasses.find(classes));
    }
    List<String> mappings = new ArrayList<>(written.mappingFiles());
    String standard = "META-INF/orm.xml";
    if (!mappings.contains(standard)
        && classes.stream().anyMatch(each -> Files.exists(each.resolve(standard)))) {
      mappings.add(standard);
    }
    if (names.isEmpty() && mappings.isEmpty()) {
      throw new SlipwayException(
          JpaError.NO_ENTITIES,
          "No class of " + shown(folders) + " has the annotation jakarta.persistence.Entity.",
          "Compile the entities into this folder, or correct `schema:` in slipway.yml.");
    }
    return new PersistenceUnit(written.name(), List.copyOf(names), mappings, written.properties());
  }

  private PersistenceXml.Unit written(List<Path> classes) {
    List<PersistenceXml.Unit> units =
        classes.stream()
            .map(folder -> folder.resolve("META-INF/persistence.xml"))
            .filter(Files::exists)
            .flatMap(file -> PersistenceXml.read(file).units().stream())
            .toList();
    String asked = settings.unit();
    List<PersistenceXml.Unit> meant =
        asked == null ? units : units.stream().filter(unit -> unit.name().equals(asked)).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    if (units.isEmpty() && asked == null) {
      return new PersistenceXml.Unit("entities", List.of(), false, List.of(), Map.of());
    }
    String known =
        units.isEmpty()
            ? "there is no META-INF/persistence.xml."
            : "persistence.xml has "
                + units.stream().map(PersistenceXml.Unit::name).collect(Collectors.joining(", "))
                + ".";
    throw new SlipwayException(
        JpaError.UNIT_UNCLEAR,
        asked == null
            ? "It isn't said which persistence unit is meant: " + known
            : "There is no persistence unit " + asked + ": " + known,
        "Name one in slipway.yml: `jpa: { unit: NAME }`.");
  }

  private static URL[] urls(List<Path> path) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path entry : path) {
      urls.add(entry.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private String place(List<Path> classes) {
    return shown(classes)
        + (classPath.isEmpty()
            ? " (slipway.yml has no `classpath:`)"
            : classPath.size() > FEW
                ? " and " + classPath.size() + " jars and folders of `classpath:`"
                : ", " + shown(classPath));
  }

  private String shown(List<Path> paths) {
    return paths.stream().map(this::shown).collect(Collectors.joining(", "));
  }

  private String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path base = directory.toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : path).toString();
  }
}
