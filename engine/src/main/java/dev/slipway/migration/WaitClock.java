package dev.slipway.migration;

import java.time.Duration;

/**
 * How long one statement after the other waits for locks, as far as somebody looks. Each wait
 * counts from its begin, which the server knows, to the last look that saw it. Thread-safe.
 */
final class WaitClock {

  private long statement;
  private long since;
  private long looked;
  private long waited;
  private boolean waits;
  private boolean runs;

  /** A statement begins; it did not wait yet. */
  synchronized void begin() {
    statement++;
    since = System.nanoTime();
    looked = since;
    waited = 0;
    waits = false;
    runs = true;
  }

  /**
   * The number of the statement that runs for at least a time; 0 when there is none.
   *
   * @param least in nanoseconds
   */
  synchronized long longer(long least) {
    return runs && System.nanoTime() - since >= least ? statement : 0;
  }

  /** Whether a statement was seen waiting when it was last looked. */
  synchronized boolean isWaiting(long which) {
    return runs && which == statement && waits;
  }

  /**
   * Somebody looked.
   *
   * @param which the statement that ran when they began to look
   * @param isWaiting whether it waited
   * @param already how long it had waited by then, where it was not seen waiting before
   */
  synchronized void saw(long which, boolean isWaiting, Duration already) {
    if (!runs || which != statement) {
      return;
    }
    long now = System.nanoTime();
    if (isWaiting) {
      waited += waits ? now - looked : already.toNanos();
    }
    waits = isWaiting;
    looked = now;
  }

  /**
   * The statement has ended.
   *
   * @param gaveWay whether it did so because it would have waited for too long; then it has waited
   *     since somebody looked last
   * @return how long it waited in all, never longer than it ran
   */
  synchronized Duration end(boolean gaveWay) {
    long now = System.nanoTime();
    runs = false;
    return Duration.ofNanos(Math.min(waited + (gaveWay ? now - looked : 0), now - since));
  }
}
