package dev.slipway.migration;

import dev.slipway.dialect.ServerError;
import java.time.Duration;

/**
 * Whether and when a segment that others kept from what it needs is tried again. Not thread-safe.
 */
final class Retries {

  private final ExecutorOptions options;
  private long began;
  private int attempts;

  Retries(ExecutorOptions options) {
    this.options = options;
  }

  /** A segment begins that was not tried before. */
  void reset() {
    began = System.nanoTime();
    attempts = 0;
  }

  /** Whether it is worth another attempt: others are in the way, and there is time left. */
  boolean permits(ServerError error) {
    return switch (error.kind()) {
      case LOCK_TIMEOUT, CONFLICT ->
          System.nanoTime() - began < options.patience().limit().toNanos();
      case REFUSED,
          NOT_IN_TRANSACTION,
          NEEDS_COMMIT_BEFORE,
          CANCELED,
          SHARED_SESSION,
          CONNECTION_LOST ->
          false;
    };
  }

  /** Waits until the next attempt; nothing of the segment may be held meanwhile. */
  void pause(ServerError error) {
    attempts++;
    Duration pause = LockPatience.pause(attempts);
    options.progress().gaveWay(error, attempts, pause);
    options.cancellation().pause(pause);
  }

  /** How often it was tried, as a sentence after another; empty when it was once. */
  String said() {
    return attempts == 0
        ? ""
        : "It gave way "
            + attempts
            + (attempts == 1 ? " time" : " times")
            + " before, in "
            + Duration.ofNanos(System.nanoTime() - began).toSeconds()
            + " s.\n";
  }
}
