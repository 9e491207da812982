package dev.slipway.e2e.judge;

import dev.slipway.proof.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What came of a case in one direction.
 *
 * @param subject the case with its direction: {@code add_column old->new}
 * @param outcome the outcome as it is committed: {@code converged}
 * @param reason more about it, in one line
 * @param details all there is to know
 */
record Result(String subject, String outcome, String reason, String details) {

  static final String CONVERGED = "converged";
  static final String COLUMN_ORDER = "converged (column order)";
  static final String WRONG = "wrong";
  static final String REFUSED = "refused";
  static final String NOT_LOADED = "not loaded";

  static Result of(String subject, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Converged converged ->
          new Result(subject, converged.columnOrder() ? COLUMN_ORDER : CONVERGED, "", "");
      case Verdict.Refused refused ->
          new Result(
              subject,
              REFUSED + " " + refused.code(),
              refused.message().replaceAll("\\s*\n\\s*", "; "),
              refused.message());
      case Verdict.Wrong wrong ->
          new Result(subject, WRONG, wrong.stage() + ": " + wrong.reason(), wrong.details());
    };
  }

  /** The judge itself failed. */
  static Result failed(String subject, Exception e) {
    var trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return new Result(subject, WRONG, "judging: " + e, trace.toString());
  }

  /** Whether it is what is wanted. */
  boolean passes() {
    return outcome.startsWith(CONVERGED);
  }

  /** The line as it is committed. */
  String line() {
    return subject + "\t" + outcome;
  }
}
