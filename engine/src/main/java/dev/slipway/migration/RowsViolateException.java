package dev.slipway.migration;

import dev.slipway.catalog.Kind;
import dev.slipway.error.ErrorCode;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Parking;
import dev.slipway.plan.RowCheck;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That rows of a target are in the way, with what they violate. */
public final class RowsViolateException extends SlipwayException {

  private static final long serialVersionUID = 1L;

  private final transient List<RowFinding> findings;

  private static final String DECIDE =
      "Decide about these rows yourself, then run the command again. Slipway deletes none.";

  private RowsViolateException(ErrorCode code, String what, List<RowFinding> findings) {
    this(code, what, findings, DECIDE);
  }

  private RowsViolateException(
      ErrorCode code, String what, List<RowFinding> findings, String next) {
    super(code, what + "\n" + shown(findings), next);
    this.findings = List.copyOf(findings);
  }

  /**
   * Nothing ran.
   *
   * @param findings what rows violate; one at least
   */
  public static RowsViolateException ofPlan(List<RowFinding> findings) {
    return new RowsViolateException(
        MigrationError.ROWS_VIOLATE,
        "Rows of the database are in the way of the plan. Nothing ran.",
        findings);
  }

  /**
   * Nothing ran.
   *
   * @param migrations the migrations that they are in the way of
   * @param findings what rows violate; one at least
   */
  public static RowsViolateException of(List<String> migrations, List<RowFinding> findings) {
    return new RowsViolateException(
        MigrationError.ROWS_VIOLATE,
        "Rows of the database are in the way of "
            + String.join(", ", migrations)
            + ". Nothing ran.",
        findings);
  }

  /**
   * The same about the way back.
   *
   * @param taken the migrations whose way back they are in
   * @param findings what rows violate; one at least
   */
  static RowsViolateException back(List<String> taken, List<RowFinding> findings) {
    return new RowsViolateException(
        MigrationError.ROWS_VIOLATE,
        "Rows of the database are in the way back of "
            + String.join(", ", taken)
            + ". Nothing ran.",
        findings,
        findings.stream()
            .map(RowFinding::check)
            .filter(RowsViolateException::isOfParked)
            .findFirst()
            .map(check ->
                "Say in down.sql what these rows get: \"-- slipway: restore: "
                    + check.on().dotted()
                    + " = EXPRESSION\"; or give them a value yourself. Slipway deletes none.")
            .orElse(DECIDE));
  }

  /** Whether rows that were written since can be given a value for it. */
  private static boolean isOfParked(RowCheck check) {
    return check.on().kind() == Kind.COLUMN
        && Stream.of(check.trySql(), check.countSql())
            .anyMatch(sql -> sql != null && sql.contains(Parking.PREFIX));
  }

  /**
   * The same about rows that would come back.
   *
   * @param migration the migration that took them
   * @param findings what stands in their way; one at least
   */
  static RowsViolateException ofRowsBack(String migration, List<RowFinding> findings) {
    return new RowsViolateException(
        MigrationError.ROWS_VIOLATE,
        "Rows that " + migration + " took can't come back. Nothing ran.",
        findings);
  }

  /**
   * Others ran before.
   *
   * @param migration the migration that they are in the way of
   * @param others what became of the migrations before, as sentences
   */
  static RowsViolateException behind(String migration, String others, List<RowFinding> findings) {
    return new RowsViolateException(
        MigrationError.STOPPED_BY_ROWS,
        "Rows of the database are in the way of "
            + migration
            + ", which could be asked only now. Nothing of it ran."
            + others,
        findings);
  }

  /** What they violate. */
  public List<RowFinding> findings() {
    return findings;
  }

  private static String shown(List<RowFinding> findings) {
    return findings.stream().map(RowFinding::text).collect(Collectors.joining("\n"));
  }
}
