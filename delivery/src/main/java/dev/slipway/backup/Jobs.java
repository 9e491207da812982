package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that several threads do, each with a connection of its own: they take what is next until
 * nothing is left or one of them fails.
 */
final class Jobs {

  /** What a thread works with; closed by the thread at its end. */
  interface Worker<T> extends AutoCloseable {

    /** Does one piece of the work. */
    void work(T piece) throws SQLException, IOException;

    @Override
    void close();
  }

  /** Makes what a thread works with. */
  interface Start<T> {

    /** Opens a connection and whatever else is needed. */
    Worker<T> start() throws SQLException, IOException;
  }

  private Jobs() {}

  /**
   * Does all the work.
   *
   * @param threads how many at the same time
   * @throws SQLException the first that one of them met; the others end as soon as they notice
   */
  static <T> void run(int threads, List<T> pieces, Start<T> start)
      throws SQLException, IOException {
    Queue<T> open = new ConcurrentLinkedQueue<>(pieces);
    var isFailed = new AtomicBoolean();
    int number = Math.min(threads, pieces.size());
    if (number == 0) {
      return;
    }
    ExecutorService executor = Executors.newFixedThreadPool(number);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        running.add(
            executor.submit(() -> {
              try (Worker<T> worker = start.start()) {
                for (T piece = open.poll(); piece != null && !isFailed.get(); piece = open.poll()) {
                  worker.work(piece);
                }
                return null;
              } catch (SQLException | IOException | RuntimeException | Error e) {
                isFailed.set(true);
                throw e;
              }
            }));
      }
      await(running);
    } finally {
      executor.shutdownNow();
    }
  }

  /** The failure of the first is thrown when all have ended, with those of others beside it. */
  private static void await(List<Future<?>> running) throws SQLException, IOException {
    Throwable failure = null;
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        if (failure == null) {
          failure = e.getCause();
        } else if (!failure.equals(e.getCause())) {
          failure.addSuppressed(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    switch (failure) {
      case null -> {}
      case SQLException e -> throw e;
      case IOException e -> throw e;
      case SlipwayException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}
