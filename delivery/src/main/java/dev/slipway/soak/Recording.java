package dev.slipway.soak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes down what rounds and their steps took. Thread-safe. */
final class Recording {

  private static final long NANOS = 1_000_000_000;

  /** Further ones are counted together: a message may have a number of its own each time. */
  private static final int MOST_FAILURES = 20;

  private final long start;
  private final Times rounds = new Times("round");
  private final List<Times> steps = new ArrayList<>();
  private final Map<Long, Times> seconds = new TreeMap<>();
  private final Map<String, Long> failures = new HashMap<>();
  private long last;

  /**
   * @param start the first moment that counts, of {@link System#nanoTime}
   * @param steps the steps
   */
  Recording(long start, List<SoakStep> steps) {
    this.start = start;
    this.last = start;
    steps.forEach(step -> this.steps.add(new Times(step.name())));
  }

  synchronized void step(int index, long nanos, boolean isError) {
    steps.get(index).add(nanos, isError);
  }

  /**
   * A round has ended.
   *
   * @param due when it should have begun
   * @param ended when it ended
   * @param failure why it failed; null where it did not
   */
  synchronized void round(long due, long ended, @Nullable String failure) {
    boolean isError = failure != null;
    rounds.add(ended - due, isError);
    last = Math.max(last, ended);
    seconds
        .computeIfAbsent((ended - start) / NANOS, second -> new Times(String.valueOf(second)))
        .add(ended - due, isError);
    if (failure != null) {
      String known =
          failures.containsKey(failure) || failures.size() < MOST_FAILURES ? failure : "others";
      failures.merge(known, 1L, Long::sum);
    }
  }

  synchronized SoakTimes rounds() {
    return rounds.result();
  }

  synchronized List<SoakTimes> steps() {
    return steps.stream().map(Times::result).toList();
  }

  /** How many succeeded in a second, until the last one ended. */
  synchronized double throughput() {
    return last == start ? 0 : (rounds.count() - rounds.errors()) * (double) NANOS / (last - start);
  }

  synchronized List<SoakSecond> seconds() {
    List<SoakSecond> all = new ArrayList<>();
    seconds.forEach((second, times) ->
        all.add(
            new SoakSecond(
                second,
                times.count(),
                times.errors(),
                times.mean(),
                times.percentile(95),
                times.percentile(100))));
    return all;
  }

  synchronized Map<String, Long> failures() {
    Map<String, Long> sorted = new LinkedHashMap<>();
    failures.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }
}
