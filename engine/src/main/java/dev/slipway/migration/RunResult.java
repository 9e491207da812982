package dev.slipway.migration;

import dev.slipway.dialect.Run;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run did.
 *
 * @param parts what was committed, in its order; empty when there was nothing to do
 * @param recorded the migrations that are in the ledger now in place of what they stand for;
 *     nothing of them ran
 */
public record RunResult(List<Done> parts, List<String> recorded) {

  /** Copies the lists. */
  public RunResult {
    parts = List.copyOf(parts);
    recorded = List.copyOf(recorded);
  }

  /** A run that had nothing to do. */
  public static RunResult nothing() {
    return new RunResult(List.of(), List.of());
  }

  /** What two runs did, one after the other. */
  public RunResult and(RunResult next) {
    return new RunResult(
        Stream.concat(parts.stream(), next.parts.stream()).toList(),
        Stream.concat(recorded.stream(), next.recorded.stream()).toList());
  }

  /** The names of what was committed. */
  public List<String> names() {
    return parts.stream().map(Done::name).toList();
  }

  /**
   * What one migration, or what is run like one, did.
   *
   * @param name the migration, or what the statements are called
   * @param statements how many statements ran
   * @param duration how long they took
   * @param steps what each statement cost
   */
  public record Done(String name, int statements, Duration duration, List<Run.Step> steps) {

    /** Copies the list. */
    public Done {
      steps = List.copyOf(steps);
    }

    /** How long they waited for locks in all, also where they gave way. */
    public Duration waited() {
      return Run.Step.waited(steps);
    }
  }
}
