package dev.slipway.migration;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a run behaves towards others that hold what a statement needs: it waits for a short time,
 * since whoever comes later waits behind it, gives way, and tries again later.
 *
 * @param timeout how long a statement waits for a lock; zero for without end
 * @param limit for how long a segment is tried again; zero for not at all
 */
public record LockPatience(Duration timeout, Duration limit) {

  /** Two seconds for a lock, five minutes in all. */
  public static final LockPatience STANDARD =
      new LockPatience(Duration.ofSeconds(2), Duration.ofMinutes(5));

  /** Where nobody else is: in a database that was made for the run. */
  public static final LockPatience ALONE = new LockPatience(Duration.ofSeconds(10), Duration.ZERO);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /**
   * How long to wait before another attempt: twice as long each time, up to ten seconds, times a
   * random number from ½ to 1½, so that several runs don't meet again and again.
   *
   * @param attempts how many were made
   */
  static Duration pause(int attempts) {
    long longest = LONGEST_PAUSE.toMillis();
    long millis = Math.min(longest, FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 16));
    return Duration.ofMillis(Math.round(millis * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
  }
}
