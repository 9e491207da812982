package dev.slipway.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML file of a project beside its {@code slipway.yml}, such as those of {@code smoke/}: read
 * with the same types, variables and positions as that one. Used by one thread.
 */
public final class ProjectFile {

  private final Path file;
  private final String environment;
  private final Problems problems;
  private final YamlReader yaml;
  private final Amounts amounts;
  private final Variables variables;

  /**
   * @param configuration the project's settings
   * @param environment the environment whose variables are asked
   * @param process the variables of the process
   * @param file the file
   */
  public ProjectFile(
      Configuration configuration, String environment, Map<String, String> process, Path file) {
    this.file = file;
    this.environment = environment;
    Path root = configuration.root();
    this.problems = new Problems((file.startsWith(root) ? root.relativize(file) : file).toString());
    this.yaml = new YamlReader(problems);
    this.amounts = new Amounts(yaml, problems);
    this.variables = new Variables(root, process);
  }

  /**
   * The YAML files of a folder and of those below it, by name; none where it is not there.
   *
   * @param folder the folder
   */
  public static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(each -> each.toString().endsWith(".yml") || each.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be listed", e);
    }
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /**
   * Its document; null where it is empty.
   *
   * @throws ConfigurationException when it is no YAML
   */
  public @Nullable Node document() {
    return YamlText.parse(file, problems);
  }

  /** Reads nodes as their types. */
  public YamlReader yaml() {
    return yaml;
  }

  /** Reads numbers with units. */
  public Amounts amounts() {
    return amounts;
  }

  /** Takes what is wrong. */
  public Problems problems() {
    return problems;
  }

  /** A text with its variables; an empty one with a problem. */
  public Filled text(Node node, String key) {
    String written = yaml.string(node, key);
    return written == null ? Filled.of("") : filled(node, written);
  }

  /** A text that was read, with its variables; an empty one with a problem. */
  public Filled filled(Node node, String written) {
    Variables.Replaced replaced = variables.replace(written, node, problems, environment);
    replaced.problems().forEach(problems::add);
    return new Filled(written, replaced.text(), replaced.values());
  }

  /** The line of a node, from 1. */
  public static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
