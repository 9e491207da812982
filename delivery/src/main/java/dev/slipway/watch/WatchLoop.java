package dev.slipway.watch;

import dev.slipway.config.WatchSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes samples at equal distances until the time is over or a limit is breached. */
final class WatchLoop {

  private final String environment;
  private final WatchSettings settings;
  private final Clock clock;
  private final WatchListener listener;

  WatchLoop(String environment, WatchSettings settings, Clock clock, WatchListener listener) {
    this.environment = environment;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
  }

  /** A sample that takes longer than the distance delays the next one; none is taken twice. */
  WatchRun run(Sampler sampler, List<Unmeasured> unmeasured) throws InterruptedException {
    Instant began = clock.instant();
    long start = System.nanoTime();
    long length = settings.length().toNanos();
    long every = settings.every().toNanos();
    List<Sample> samples = new ArrayList<>();
    List<Breach> breaches = List.of();
    var streaks = new Streaks(settings.inARow());
    long due = 0;
    while (breaches.isEmpty() && (due <= length || samples.size() < settings.inARow())) {
      long early = start + due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
      Sample sample = sampler.take();
      samples.add(sample);
      breaches = streaks.add(sample);
      long passed = System.nanoTime() - start;
      listener.sampled(sample, Duration.ofNanos(Math.max(0, length - passed)));
      due = Math.max(due + every, passed);
    }
    return new WatchRun(
        environment, began, clock.instant(), settings.length(), samples, breaches, unmeasured);
  }
}
