package dev.slipway.soak;

import dev.slipway.verification.CheckResult;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What load did. It holds no secret.
 *
 * @param environment where
 * @param scenario the scenario's file, relative to the project
 * @param began when, warm-up included
 * @param ended when
 * @param rate how many rounds were to begin in a second
 * @param planned how many rounds were to be measured
 * @param missed how many of them could not begin in time; they count as failed
 * @param throughput how many succeeded in a second
 * @param rounds how long rounds took, from the moment at which they were due
 * @param steps how long each step took by itself
 * @param seconds what ended in each second
 * @param failures how often each failure was seen, the most frequent first
 * @param limits what was allowed
 * @param invariants the checks that were asked afterwards
 */
public record SoakRun(
    String environment,
    String scenario,
    Instant began,
    Instant ended,
    double rate,
    long planned,
    long missed,
    double throughput,
    SoakTimes rounds,
    List<SoakTimes> steps,
    List<SoakSecond> seconds,
    Map<String, Long> failures,
    List<SoakLimit> limits,
    List<CheckResult> invariants) {

  /** Copies the collections in their order. */
  public SoakRun {
    steps = List.copyOf(steps);
    seconds = List.copyOf(seconds);
    failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    limits = List.copyOf(limits);
    invariants = List.copyOf(invariants);
  }

  /** Whether every limit was kept and every invariant holds. */
  public boolean isPassed() {
    return limits.stream().allMatch(SoakLimit::isKept)
        && invariants.stream().allMatch(CheckResult::isPassed);
  }
}
