package dev.slipway.promotion;

import dev.slipway.evidence.EvidenceBook;
import dev.slipway.migration.Origin;
import dev.slipway.verification.CheckResult;
import dev.slipway.verification.Verification;
import java.util.ArrayList;
import java.util.List;

/** Verifies the environment, and writes down what came out as evidence for the next one. */
final class VerifyStage implements Stage {

  /**
   * What is kept of a check.
   *
   * @param name what it is called
   * @param failures what is not as expected
   * @param milliseconds how long it took
   */
  record Checked(String name, List<String> failures, long milliseconds) {

    static Checked of(CheckResult result) {
      return new Checked(result.name(), result.failures(), result.took().toMillis());
    }
  }

  @Override
  public State state() {
    return State.VERIFY;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    var verification =
        new Verification(course.workspace(), course.environment(), course.options().checkLimit());
    List<CheckResult> results = new ArrayList<>(verification.standing());
    results.addAll(verification.run(verification.checks(course.options().checks())));
    List<CheckResult> failed = results.stream().filter(each -> !each.isPassed()).toList();
    List<Checked> checked = results.stream().map(Checked::of).toList();
    new EvidenceBook(course.workspace(), course.environment())
        .record(
            "verify", "", failed.isEmpty(), Documents.text(checked), Origin.current().toString());
    return failed.isEmpty()
        ? Found.passed(results.size() + " checks, all as expected", checked)
        : Found.failed(
            failed.size()
                + " of "
                + results.size()
                + " checks failed: "
                + String.join("; ", failed.stream().map(VerifyStage::line).toList()),
            checked);
  }

  private static String line(CheckResult result) {
    return result.name() + " (" + result.failures().getFirst() + ")";
  }
}
