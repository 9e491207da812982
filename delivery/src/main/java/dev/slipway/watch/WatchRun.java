package dev.slipway.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was seen while an environment was watched.
 *
 * @param environment the environment
 * @param began when the first sample was taken
 * @param ended when it ended
 * @param planned for how long it was meant to be watched; it ends at the first breach
 * @param samples what was measured, in its order
 * @param breaches what went over its limit; none where all was well
 * @param unmeasured what could not be measured, and has no limit
 */
public record WatchRun(
    String environment,
    Instant began,
    Instant ended,
    Duration planned,
    List<Sample> samples,
    List<Breach> breaches,
    List<Unmeasured> unmeasured) {

  /** Copies the lists. */
  public WatchRun {
    samples = List.copyOf(samples);
    breaches = List.copyOf(breaches);
    unmeasured = List.copyOf(unmeasured);
  }

  /** Whether nothing went over its limit. */
  public boolean isQuiet() {
    return breaches.isEmpty();
  }
}
