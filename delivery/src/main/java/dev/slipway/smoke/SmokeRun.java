package dev.slipway.smoke;

import java.time.Instant;
import java.util.List;

/**
 * What became of all smoke checks of an environment.
 *
 * @param environment the environment
 * @param began when the first one began
 * @param ended when the last one had ended
 * @param lightsOnAlone whether only those were done that are marked as safe in production
 * @param results what became of each, in their order
 */
public record SmokeRun(
    String environment,
    Instant began,
    Instant ended,
    boolean lightsOnAlone,
    List<SmokeResult> results) {

  /** Copies the results. */
  public SmokeRun {
    results = List.copyOf(results);
  }

  /** Whether at least one was done, and all that were done are as expected. */
  public boolean isPassed() {
    return count(SmokeResult.Outcome.FAILED) == 0 && count(SmokeResult.Outcome.PASSED) > 0;
  }

  /** How many ended in a way. */
  public long count(SmokeResult.Outcome outcome) {
    return results.stream().filter(each -> each.outcome() == outcome).count();
  }
}
