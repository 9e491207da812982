package dev.slipway.migration;

import java.time.Duration;

/**
 * How large the next batch of a backfill is: so that each works at its rows for about a tenth of a
 * second or the part of it that its {@link Share} is, and between a tenth and ten times of what the
 * script asks for. What each batch costs alike does not count: on a busy server smaller batches
 * would make more of it.
 */
final class BatchSize {

  private BatchSize() {}

  /**
   * @param declared what the script asks for, in rows
   * @param now what the last batch had, in rows
   * @param took how long it worked at them
   * @param wanted how long it should
   */
  static long next(int declared, long now, Duration took, Duration wanted) {
    double factor = Math.clamp((double) wanted.toNanos() / Math.max(1, took.toNanos()), 0.5, 2.0);
    return Math.clamp(
        Math.round(now * factor), Math.max(1L, declared / 10L), Math.max(1L, declared * 10L));
  }
}
