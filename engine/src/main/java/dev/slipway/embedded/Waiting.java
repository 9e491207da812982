package dev.slipway.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, and tells nobody of. */
final class Waiting {

  private static final long STEP_NANOS = 2_000_000;

  private Waiting() {}

  /** Whether it came true in time. */
  static boolean until(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        return condition.getAsBoolean();
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    return true;
  }
}
