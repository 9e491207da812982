package dev.slipway.soak;

import dev.slipway.config.Masking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Load and what it may do.
 *
 * @param file the file that it stands in
 * @param rate how many rounds begin in a second
 * @param rounds how many rounds are measured
 * @param warmUp for how long rounds are begun before, that are not measured
 * @param concurrency how many rounds run at the same time at most
 * @param steps what is done in a round; at least one
 * @param limits what is allowed
 * @param invariants the folder of the checks that are asked afterwards; null for none
 * @param masking hides what its variables stand for
 */
public record SoakScenario(
    Path file,
    double rate,
    long rounds,
    Duration warmUp,
    int concurrency,
    List<SoakStep> steps,
    SoakLimits limits,
    @Nullable Path invariants,
    Masking masking) {

  /** Copies the steps. */
  public SoakScenario {
    steps = List.copyOf(steps);
  }

  /** Whether a step of it needs the database. */
  boolean needsDatabase() {
    return steps.stream().anyMatch(SoakStep.Sql.class::isInstance);
  }

  /** How long it takes, without what is late. */
  public Duration length() {
    return warmUp.plusNanos(Math.round(rounds / rate * 1e9));
  }

  /** Its file. */
  @Override
  public String toString() {
    return String.valueOf(file.getFileName());
  }
}
