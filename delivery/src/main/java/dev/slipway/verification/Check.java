package dev.slipway.verification;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query and what is expected of it.
 *
 * @param name what it is called
 * @param file the file that it stands in
 * @param line the line on which the query begins, from 1
 * @param query the query
 * @param expectations what is expected; at least one
 * @param role as whom it is asked; null for who is connected
 * @param claims what an application would say of its user, as JSON; null for nothing
 * @param environments where it is asked; empty for everywhere
 */
public record Check(
    String name,
    Path file,
    int line,
    String query,
    List<Expectation> expectations,
    @Nullable String role,
    @Nullable String claims,
    List<String> environments) {

  /** Copies the lists. */
  public Check {
    expectations = List.copyOf(expectations);
    environments = List.copyOf(environments);
  }

  /** Whether it is asked in an environment. */
  public boolean isFor(String environment) {
    return environments.isEmpty() || environments.contains(environment);
  }
}
