package dev.slipway.watch;

import java.time.Duration;

/** Hears of each sample, in the thread that watches. */
public interface WatchListener {

  /** Hears nothing. */
  WatchListener NOBODY = (sample, left) -> {};

  /**
   * A sample was taken.
   *
   * @param sample the sample
   * @param left how long it is still watched, if nothing is breached
   */
  void sampled(Sample sample, Duration left);
}
