package dev.slipway.soak;

import dev.slipway.error.SlipwayException;
import dev.slipway.http.HttpCaller;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Begins rounds at a steady pace, whatever the earlier ones do: each is due at a moment of its own,
 * and its time counts from that moment on, also where no worker was free then. So a server that
 * stands still for a second shows in all rounds that were due in that second (no coordinated
 * omission). What could not begin until the end counts as failed.
 */
final class Load {

  private static final long NANOS = 1_000_000_000;

  /** How late the last round may begin: workers wake up late on a busy machine. */
  private static final long GRACE = 5 * NANOS;

  private final SoakScenario scenario;
  private final Supplier<Connection> connections;
  private final SoakListener listener;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private final long warmUpRounds;
  private final long allRounds;

  Load(SoakScenario scenario, Supplier<Connection> connections, SoakListener listener) {
    this.scenario = scenario;
    this.connections = connections;
    this.listener = listener;
    this.warmUpRounds = Math.round(scenario.warmUp().toMillis() * scenario.rate() / 1000);
    this.allRounds = warmUpRounds + scenario.rounds();
  }

  /** How many rounds could not begin in time. */
  long missed() {
    return missed.get();
  }

  /** Sends it, and returns when the last round has ended. */
  Recording send() throws InterruptedException {
    List<StepRunner> runners = new ArrayList<>();
    try (var caller = new HttpCaller();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < scenario.concurrency(); i++) {
        runners.add(new StepRunner(caller, connections, scenario.needsDatabase()));
      }
      long start = System.nanoTime();
      var recording = new Recording(start + due(warmUpRounds), scenario.steps());
      List<Future<?>> working = new ArrayList<>();
      for (StepRunner runner : runners) {
        Callable<Void> work = () -> work(runner, start, recording);
        working.add(threads.submit(work));
      }
      for (Future<?> each : working) {
        each.get();
      }
      return recording;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SlipwayException failure
          ? failure
          : new IllegalStateException("a worker of the load failed", e.getCause());
    } finally {
      runners.forEach(StepRunner::close);
    }
  }

  private long due(long round) {
    return Math.round(round * (NANOS / scenario.rate()));
  }

  private @Nullable Void work(StepRunner runner, long start, Recording recording)
      throws InterruptedException {
    long end = start + due(allRounds) + GRACE;
    for (long round = next.getAndIncrement(); round < allRounds; round = next.getAndIncrement()) {
      long due = start + due(round);
      long early = due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
      boolean isMeasured = round >= warmUpRounds;
      long now = System.nanoTime();
      if (now > end) {
        if (isMeasured) {
          missed.incrementAndGet();
          recording.round(due, now, "it could not begin in time: all workers were busy");
        }
      } else {
        String failure = round(runner, new Round(round + 1), isMeasured ? recording : null);
        if (isMeasured) {
          recording.round(due, System.nanoTime(), failure);
        }
      }
      tell(recording);
    }
    return null;
  }

  /** About each second. */
  private void tell(Recording recording) {
    long rounds = done.incrementAndGet();
    if (rounds % Math.max(1, Math.round(scenario.rate())) == 0) {
      SoakTimes times = recording.rounds();
      listener.advanced(rounds, allRounds, times.errors(), times.percentile("p95"));
    }
  }

  /** Why a round failed; null where it did not. What follows a failed step is left out. */
  private @Nullable String round(StepRunner runner, Round round, @Nullable Recording recording)
      throws InterruptedException {
    List<SoakStep> steps = scenario.steps();
    for (int i = 0; i < steps.size(); i++) {
      long began = System.nanoTime();
      String failure = null;
      try {
        runner.run(steps.get(i), round);
      } catch (StepFailure e) {
        failure = scenario.masking().apply(String.valueOf(e.getMessage()));
      }
      if (recording != null) {
        recording.step(i, System.nanoTime() - began, failure != null);
      }
      if (failure != null) {
        return steps.get(i).name() + ": " + failure;
      }
    }
    return null;
  }
}
