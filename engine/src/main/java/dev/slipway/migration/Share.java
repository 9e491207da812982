package dev.slipway.migration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The part of the time in which the batches of a backfill work; they pause for the rest of it.
 *
 * <p>Whatever walks a table takes processor time and disk from those who use it, and holds the rows
 * of a batch until it is committed. A small share leaves them both, and the backfill takes longer:
 * a quarter of the time makes it four times as long.
 *
 * @param percent from 1 to 100
 */
public record Share(int percent) {

  /** Batch after batch. */
  public static final Share WHOLE = new Share(100);

  /** How long a batch works when nothing is left to others. */
  private static final long LONGEST_NANOS = Duration.ofMillis(100).toNanos();

  /** What the fixed costs of a batch permit. */
  private static final long SHORTEST_NANOS = Duration.ofMillis(10).toNanos();

  private static final int WHOLE_PERCENT = 100;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is not from 1 to 100
   */
  public Share {
    if (percent < 1 || percent > WHOLE_PERCENT) {
      throw new IllegalArgumentException(percent + " is not from 1 to 100");
    }
  }

  /** Reads {@code 25%}; null where it is none. */
  public static @Nullable Share parse(String text) {
    return text.matches("[1-9][0-9]?%|100%")
        ? new Share(Integer.parseInt(text.substring(0, text.length() - 1)))
        : null;
  }

  /** How long a batch should work at its rows: the less of the time it has, the shorter. */
  Duration batch() {
    return Duration.ofNanos(Math.max(SHORTEST_NANOS, LONGEST_NANOS * percent / WHOLE_PERCENT));
  }

  /** How long to pause after a batch. */
  Duration pauseAfter(Duration batch) {
    return batch.multipliedBy(WHOLE_PERCENT - percent).dividedBy(percent);
  }

  @Override
  public String toString() {
    return percent + "%";
  }
}
