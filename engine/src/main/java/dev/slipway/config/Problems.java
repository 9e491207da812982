package dev.slipway.config;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file. */
public final class Problems {

  private final String file;
  private final List<ConfigurationProblem> found = new ArrayList<>();

  /**
   * @param file the file as it is shown
   */
  public Problems(String file) {
    this.file = file;
  }

  /** What is wrong with the same file, from now on. */
  Problems none() {
    return new Problems(file);
  }

  ConfigurationProblem at(Node node, ConfigurationError code, String message) {
    Mark mark = node.getStartMark().orElse(null);
    return mark == null
        ? new ConfigurationProblem(file, 1, 1, code, message)
        : new ConfigurationProblem(file, mark.getLine() + 1, mark.getColumn() + 1, code, message);
  }

  /** Adds a problem at a node. */
  public void add(Node node, ConfigurationError code, String message) {
    add(at(node, code, message));
  }

  /** Adds a problem at a line and a column, both from 1. */
  public void add(int line, int column, ConfigurationError code, String message) {
    add(new ConfigurationProblem(file, line, column, code, message));
  }

  void add(ConfigurationProblem problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /**
   * Ends the reading where something is wrong.
   *
   * @throws ConfigurationException with all of it
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(found.stream().sorted().toList());
    }
  }
}
