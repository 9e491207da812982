package dev.slipway.migration;

import dev.slipway.error.SlipwayException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells a run from another thread to stop: the running statement is canceled, its transaction is
 * rolled back, and the run throws. Thread-safe; once requested it stays so.
 */
public final class Cancellation {

  /**
   * How often the server is asked again: the driver does not send what comes a moment too early.
   */
  private static final long REPEAT_MILLIS = 100;

  private final CountDownLatch requested = new CountDownLatch(1);
  private @Nullable Running running;

  /** What can be told to stop; that does no harm when it is over. */
  @FunctionalInterface
  interface Running {
    void cancel() throws SQLException;
  }

  /** Asks the run to stop, and returns without waiting until it has. */
  public void request() {
    requested.countDown();
    Thread.ofVirtual().name("slipway-cancellation").start(this::cancelRunning);
  }

  /** Whether the run was asked to stop. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  private synchronized void cancelRunning() {
    try {
      while (running != null) {
        running.cancel();
        wait(REPEAT_MILLIS);
      }
    } catch (SQLException e) {
      running = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The statement is about to run.
   *
   * @return whether it may: a request that came before would not reach it
   */
  synchronized boolean enter(Statement statement) {
    return enter(statement::cancel);
  }

  /** The same with several statements that run one after the other. */
  synchronized boolean enter(Running work) {
    running = isRequested() ? null : work;
    return running != null;
  }

  /** The statement does not run any more. */
  synchronized void leave() {
    running = null;
    notifyAll();
  }

  /** Waits, but not longer than until the run is asked to stop. */
  void pause(Duration duration) {
    try {
      if (requested.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      requested.countDown();
      Thread.currentThread().interrupt();
    }
  }

  /** Throws when the run was asked to stop. */
  void check(String state) {
    if (isRequested()) {
      throw new SlipwayException(
          MigrationError.CANCELED, "Canceled. " + state, "Run the command again to go on.");
    }
  }
}
