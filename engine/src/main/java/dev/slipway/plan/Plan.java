package dev.slipway.plan;

import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.diff.Change;
import dev.slipway.diff.ColumnOrder;
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
 * @param columnOrders the tables whose columns stand in another order, which no step changes
 * @param demandsBack what the constraints and types that come back when it is taken back demand of
 *     the rows, beside what is demanded since something is parked
 */
public record Plan(
    Engine engine,
    Fingerprint from,
    Fingerprint to,
    List<Change> changes,
    List<Step> steps,
    List<ColumnOrder> columnOrders,
    List<RowCheck> demandsBack) {

  /** Copies the lists. */
  public Plan {
    changes = List.copyOf(changes);
    steps = List.copyOf(steps);
    columnOrders = List.copyOf(columnOrders);
    demandsBack = List.copyOf(demandsBack);
  }

  /** A plan between catalogs whose columns stand in the same order. */
  public Plan(
      Engine engine, Fingerprint from, Fingerprint to, List<Change> changes, List<Step> steps) {
    this(engine, from, to, changes, steps, List.of(), List.of());
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

  /** What is parked, in the order of the steps. */
  public List<ParkedObject> parked() {
    return reversesParked().flatMap(parked -> parked.objects().stream()).toList();
  }

  /** Every question to the rows of the target that must be answered before it is taken back. */
  public List<RowCheck> checksBack() {
    return Stream.concat(
            reversesParked().flatMap(parked -> parked.checks().stream()), demandsBack.stream())
        .distinct()
        .toList();
  }

  private Stream<Reverse.Parked> reversesParked() {
    return steps.stream()
        .map(Step::reverse)
        .filter(Reverse.Parked.class::isInstance)
        .map(Reverse.Parked.class::cast);
  }
}
