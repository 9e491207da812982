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

  static void run(List<Pair> pairs, Supplier<PairJudge> judges, Report report) {
    Queue<Pair> queue = new ConcurrentLinkedQueue<>(pairs);
    report.expect(pairs.size());
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

  private static void work(Queue<Pair> queue, Supplier<PairJudge> judges, Report report) {
    try (PairJudge judge = judges.get()) {
      for (Pair pair = queue.poll(); pair != null; pair = queue.poll()) {
        report.add(pair.suite(), judge.judge(pair));
      }
    }
  }
}
