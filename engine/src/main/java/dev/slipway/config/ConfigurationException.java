package dev.slipway.config;

import dev.slipway.error.SlipwayException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that is wrong with a configuration, at once.
 *
 * <p>Its code is that of its problems where they share one, and {@link
 * ConfigurationError#INVALID_CONFIGURATION} where they do not.
 */
public final class ConfigurationException extends SlipwayException {

  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationProblem> problems;

  /**
   * @param problems what is wrong, in the order in which it is shown; at least one
   */
  ConfigurationException(List<ConfigurationProblem> problems) {
    super(commonCode(problems), sentence(problems), "Mend this, then run the command again.");
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, by file and line; at least one. */
  public List<ConfigurationProblem> problems() {
    return problems;
  }

  private static ConfigurationError commonCode(List<ConfigurationProblem> problems) {
    List<ConfigurationError> codes =
        problems.stream().map(ConfigurationProblem::code).distinct().toList();
    return codes.size() == 1 ? codes.get(0) : ConfigurationError.INVALID_CONFIGURATION;
  }

  private static String sentence(List<ConfigurationProblem> problems) {
    if (problems.size() == 1) {
      return problems.get(0).toString();
    }
    return problems.size()
        + " problems in the configuration:\n"
        + problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n"));
  }
}
