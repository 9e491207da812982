package dev.slipway.plan;

import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.diff.Change;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ordered steps from one catalog to another: plain data.
 *
 * @param engine the engine it is written for
 * @param from the fingerprint it starts from
 * @param to the fingerprint it arrives at
 * @param changes the differences that it carries out
 * @param steps the steps in their order
 */
public record Plan(
    Engine engine, Fingerprint from, Fingerprint to, List<Change> changes, List<Step> steps) {

  /** Copies the lists. */
  public Plan {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The statements in their order. */
  public List<String> up() {
    return steps.stream().map(step -> step.statement().sql()).toList();
  }

  /** The statements that lead back, in their order. */
  public List<String> down() {
    return steps.reversed().stream().flatMap(step -> step.reverse().sql().stream()).toList();
  }

  /** Every hazard of every step. */
  public Stream<Hazard> hazards() {
    return steps.stream().flatMap(step -> step.hazards().stream());
  }

  /** Every question to the rows of the target. */
  public Stream<RowCheck> checks() {
    return steps.stream().flatMap(step -> step.checks().stream());
  }
}
