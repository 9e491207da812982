package dev.slipway.migration;

import dev.slipway.plan.ParkedObject;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one step of a migration can be taken back, as {@code migration.json} keeps it.
 *
 * @param step what the step does, in words
 * @param standing its class
 * @param parked what it parks, in words; empty where it parks nothing
 * @param reason why what it loses is lost for good; null where nothing is
 */
public record StepReverse(
    String step, Standing standing, List<String> parked, @Nullable String reason) {

  /** The classes, the better first. */
  public enum Standing {
    /** Structure and rows come back. */
    REVERSIBLE,
    /** Structure and rows come back as long as what is parked is not purged. */
    PARKED,
    /** Something is lost for good. */
    IRREVERSIBLE
  }

  /** Copies the list. */
  public StepReverse {
    parked = List.copyOf(parked);
  }

  /** Those of a plan, in its order. */
  public static List<StepReverse> of(Plan plan) {
    return plan.steps().stream().map(StepReverse::of).toList();
  }

  private static StepReverse of(Step step) {
    return switch (step.reverse()) {
      case Reverse.Reversible reversible ->
          new StepReverse(step.summary(), Standing.REVERSIBLE, List.of(), null);
      case Reverse.Parked parked ->
          new StepReverse(
              step.summary(),
              Standing.PARKED,
              parked.objects().stream().map(ParkedObject::toString).toList(),
              null);
      case Reverse.Irreversible lost ->
          new StepReverse(step.summary(), Standing.IRREVERSIBLE, List.of(), lost.reason());
    };
  }
}
