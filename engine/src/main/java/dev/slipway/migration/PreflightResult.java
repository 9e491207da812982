package dev.slipway.migration;

import java.util.List;

/**
 * What the rows of a target say to migrations that are pending.
 *
 * @param pending the migrations in their order
 * @param questions what they demand of rows, in the same order
 * @param findings which of the demands do not hold
 */
public record PreflightResult(
    List<String> pending, List<RowQuestion> questions, List<RowFinding> findings) {

  /** Copies the lists. */
  public PreflightResult {
    pending = List.copyOf(pending);
    questions = List.copyOf(questions);
    findings = List.copyOf(findings);
  }
}
