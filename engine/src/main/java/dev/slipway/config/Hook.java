package dev.slipway.config;

import java.time.Duration;
import java.util.List;

/**
 * A program of the project's own that a promotion runs.
 *
 * @param command the program and its arguments; no shell reads them
 * @param timeout when it is given up
 */
public record Hook(List<String> command, Duration timeout) {

  /** How long it may take where nothing is said. */
  public static final Duration LONGEST = Duration.ofMinutes(5);

  /** Copies the list. */
  public Hook {
    command = List.copyOf(command);
  }
}
