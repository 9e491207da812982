package dev.slipway.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, and tells nobody of. */
final class Waiting {

  private static final long STEP_NANOS = 2_000_000;

  private Waiting() {}

  /** Whether it came true in time; an interrupt is kept for afterwards, for the wait is bounded. */
  static boolean until(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    boolean met = condition.getAsBoolean();
    while (!met && System.nanoTime() - end < 0) {
      interrupted |= Thread.interrupted();
      LockSupport.parkNanos(STEP_NANOS);
      met = condition.getAsBoolean();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return met;
  }
}
