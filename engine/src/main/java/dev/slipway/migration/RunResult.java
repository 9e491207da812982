package dev.slipway.migration;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run did.
 *
 * @param parts what was committed, in its order; empty when there was nothing to do
 */
public record RunResult(List<Done> parts) {

  /** Copies the list. */
  public RunResult {
    parts = List.copyOf(parts);
  }

  /** A run that had nothing to do. */
  public static RunResult nothing() {
    return new RunResult(List.of());
  }

  /** What two runs did, one after the other. */
  public RunResult and(RunResult next) {
    return new RunResult(Stream.concat(parts.stream(), next.parts.stream()).toList());
  }

  /** The names of what was committed. */
  public List<String> names() {
    return parts.stream().map(Done::name).toList();
  }

  /**
   * What one migration, or what is run like one, did.
   *
   * @param name the migration, or what the statements are called
   * @param statements how many statements ran
   * @param duration how long they took
   */
  public record Done(String name, int statements, Duration duration) {}
}
