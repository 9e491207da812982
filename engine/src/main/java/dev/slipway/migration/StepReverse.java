package dev.slipway.migration;

import dev.slipway.dialect.RowParking;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.HazardCode.Severity;
import dev.slipway.plan.ParkedObject;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

  /** Characters. */
  private static final int LONGEST = 80;

  private static final String ROWS = "the rows that it takes";
  private static final String NOT_COPIED =
      "A statement takes rows, and its script says that they are not copied.";

  /** The classes, the better first. */
  public enum Standing {
    /** Structure and rows come back. */
    REVERSIBLE,
    /** Structure and rows come back as long as what is parked is not purged. */
    PARKED,
    /** Something is lost for good. */
    IRREVERSIBLE
  }

  private static final Set<HazardCode> OF_ROWS =
      Set.of(HazardCode.TRUNCATE_TABLE, HazardCode.DELETE_ALL_ROWS, HazardCode.UPDATE_ALL_ROWS);

  /** Copies the list. */
  public StepReverse {
    parked = List.copyOf(parked);
  }

  /** Those of a plan, in its order. */
  public static List<StepReverse> of(Plan plan) {
    return plan.steps().stream().map(StepReverse::of).toList();
  }

  /**
   * Those of a script that a person wrote, whose way back was proved: what a statement destroys is
   * lost, but for rows, which are copied before it takes them.
   *
   * @param script the way forth
   * @param hazards what was seen while its statements ran, by the line where each begins
   * @param parking how rows are copied
   */
  public static List<StepReverse> of(
      MigrationScript script, Map<Integer, List<Hazard>> hazards, RowParking parking) {
    return IntStream.range(0, script.statements().size())
        .mapToObj(number -> {
          ScriptStatement statement = script.statements().get(number);
          boolean isCopied = !script.unparked().contains(number);
          List<Hazard> seen = hazards.getOrDefault(statement.line(), List.of());
          // Whatever else it does, rows that code takes are copied as well.
          boolean takesByCode =
              parking.mayCall(statement)
                  && seen.stream().anyMatch(hazard -> OF_ROWS.contains(hazard.code()));
          boolean onlyTakes = parking.onlyTakes(statement);
          return ofStatement(
              brief(statement.sql()),
              (onlyTakes || takesByCode) && isCopied,
              onlyTakes
                  ? isCopied ? null : NOT_COPIED
                  : seen.stream()
                      .filter(hazard -> hazard.code().severity() == Severity.DESTROYS)
                      .filter(
                          hazard -> !(takesByCode && isCopied && OF_ROWS.contains(hazard.code())))
                      .map(Hazard::message)
                      .findFirst()
                      .orElse(null));
        })
        .toList();
  }

  private static String brief(String sql) {
    String line = sql.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static StepReverse ofStatement(String step, boolean parks, @Nullable String lost) {
    return lost != null
        ? new StepReverse(step, Standing.IRREVERSIBLE, List.of(), lost)
        : parks
            ? new StepReverse(step, Standing.PARKED, List.of(ROWS), null)
            : new StepReverse(step, Standing.REVERSIBLE, List.of(), null);
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
