package dev.slipway.config;

import java.util.Comparator;

/**
 * One thing that is wrong with a configuration, and where.
 *
 * @param file the file, as it is shown
 * @param line the line, from 1
 * @param column the column, from 1
 * @param code the stable name of what is wrong
 * @param message what is wrong with which value and what would be right; secrets are masked
 */
public record ConfigurationProblem(
    String file, int line, int column, ConfigurationError code, String message)
    implements Comparable<ConfigurationProblem> {

  private static final Comparator<ConfigurationProblem> ORDER =
      Comparator.comparing(ConfigurationProblem::file)
          .thenComparingInt(ConfigurationProblem::line)
          .thenComparingInt(ConfigurationProblem::column)
          .thenComparing(ConfigurationProblem::code)
          .thenComparing(ConfigurationProblem::message);

  /** Masks what may be a secret: an address can stand where another value was to be. */
  public ConfigurationProblem {
    message = Secrets.masked(message);
  }

  @Override
  public int compareTo(ConfigurationProblem other) {
    return ORDER.compare(this, other);
  }

  /** The place and the message: {@code slipway.yml:3:1: unknown key "shema"}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
