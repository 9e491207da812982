package dev.slipway.cli.command;

import dev.slipway.migration.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a command ends early: what changes a database is rolled back and says what stays, anything
 * else just ends. Thread-safe.
 */
public final class Interruption {

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean changesDatabase;

  /** What stops a run that changes a database; asking for it says that there is one. */
  Cancellation cancellation() {
    changesDatabase = true;
    return cancellation;
  }

  /** Whether a command runs that changes no database, so that nothing has to be waited for. */
  public boolean isHarmless() {
    return ended.getCount() != 0 && !changesDatabase;
  }

  /** The command has ended by itself and has said so. */
  public void end() {
    ended.countDown();
  }

  /**
   * The process was told to end, or ends by itself: returns when it may.
   *
   * @param patience how long a run may take to say what stays
   * @return whether it was in time; when it was not, the server rolls back what is left behind
   */
  public boolean await(Duration patience) {
    if (ended.getCount() == 0 || !changesDatabase) {
      return true;
    }
    cancellation.request();
    try {
      return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
