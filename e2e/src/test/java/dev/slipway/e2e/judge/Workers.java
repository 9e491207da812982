package dev.slipway.e2e.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Judges that work through the cases side by side. */
final class Workers {

  private static final int COUNT =
      Integer.getInteger("judge.workers", Math.max(2, Runtime.getRuntime().availableProcessors()));

  private Workers() {}

  static <T> void run(List<T> subjects, Supplier<? extends Judge<T>> judges, Report report) {
    Queue<T> queue = new ConcurrentLinkedQueue<>(subjects);
    report.expect(subjects.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(COUNT)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        running.add(threads.submit(() -> work(queue, judges, report)));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A judge failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The judges were interrupted", e);
    }
  }

  private static <T> void work(Queue<T> queue, Supplier<? extends Judge<T>> judges, Report report) {
    try (Judge<T> judge = judges.get()) {
      for (T subject = queue.poll(); subject != null; subject = queue.poll()) {
        report.add(judge.list(subject), judge.judge(subject));
      }
    }
  }
}
