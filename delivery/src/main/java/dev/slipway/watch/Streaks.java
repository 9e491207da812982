package dev.slipway.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts for how many samples in a row each figure is over its limit. */
final class Streaks {

  private final int needed;
  private final Map<String, Instant> since = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Streaks(int needed) {
    this.needed = needed;
  }

  /** The figures that have been over their limits for long enough with this sample. */
  List<Breach> add(Sample sample) {
    List<Breach> breaches = new ArrayList<>();
    for (Figure figure : sample.figures()) {
      if (!figure.isOver()) {
        since.remove(figure.name());
        counts.remove(figure.name());
        continue;
      }
      Instant first = since.computeIfAbsent(figure.name(), any -> sample.at());
      int count = counts.merge(figure.name(), 1, Integer::sum);
      if (count >= (figure.name().startsWith(Invariants.PREFIX) ? 1 : needed)) {
        breaches.add(new Breach(figure, first, count));
      }
    }
    return breaches;
  }
}
