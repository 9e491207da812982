package dev.slipway.migration;

import dev.slipway.dialect.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each statement of a part costs, over all attempts and batches, until its segment is
 * recorded. Not thread-safe.
 */
final class StepCosts {

  private final SortedMap<Integer, Run.Step> open = new TreeMap<>();
  private final List<Run.Step> recorded = new ArrayList<>();
  private int current;

  /**
   * What runs from now on is for a statement.
   *
   * @param number which one of the part's statements it is, from 1
   */
  void at(int number) {
    current = number;
  }

  /** What was run took so long. */
  void add(Duration took, Duration waited) {
    open.merge(
        current,
        new Run.Step(current, took, waited),
        (before, now) ->
            new Run.Step(current, before.duration().plus(took), before.waited().plus(waited)));
  }

  /** What the statements of the segment cost that is being recorded. */
  List<Run.Step> open() {
    return open.values().stream().filter(step -> step.number() > 0).toList();
  }

  /** The segment is recorded. */
  void record() {
    recorded.addAll(open());
    open.clear();
  }

  /** What the statements of all recorded segments cost. */
  List<Run.Step> recorded() {
    return List.copyOf(recorded);
  }
}
