package dev.slipway.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Brings files to the disk on a thread of its own, while whoever wrote them goes on with the next.
 * A few may wait; whoever hands over one more does it himself, so that a slow disk slows them.
 * Thread-safe.
 */
final class FileForcing implements AutoCloseable {

  private static final int WAITING = 4;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          new ThreadPoolExecutor.CallerRunsPolicy());

  private final List<Future<?>> handed = new ArrayList<>();

  /** Forces a file to the disk and closes it, now or later. */
  void force(FileChannel file) {
    var task =
        new FutureTask<Void>(() -> {
          try (file) {
            file.force(true);
          }
          return null;
        });
    synchronized (handed) {
      handed.add(task);
    }
    thread.execute(task);
  }

  /**
   * Waits until all are on the disk.
   *
   * @throws IOException when one of them can't be brought there
   */
  void await() throws IOException {
    List<Future<?>> all;
    synchronized (handed) {
      all = List.copyOf(handed);
    }
    for (Future<?> each : all) {
      try {
        each.get();
      } catch (ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        throw new IOException(cause.getMessage(), cause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  /** Ends the thread; files that were handed over are still closed. */
  @Override
  public void close() {
    thread.close();
  }
}
