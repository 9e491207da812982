package dev.slipway.promotion;

import dev.slipway.evidence.EvidenceBook;
import dev.slipway.migration.Origin;
import dev.slipway.smoke.Smoke;
import dev.slipway.smoke.SmokeCheck;
import dev.slipway.smoke.SmokeResult;
import dev.slipway.smoke.SmokeRun;
import java.util.List;
import java.util.Locale;

/** Asks the application from outside, and writes down what came out as evidence. */
final class SmokeStage implements Stage {

  /**
   * What is kept of a check.
   *
   * @param name what it is called
   * @param outcome what became of it
   * @param failures what is not as expected
   * @param milliseconds how long it took
   */
  record Checked(String name, String outcome, List<String> failures, long milliseconds) {

    static Checked of(SmokeResult result) {
      return new Checked(
          result.name(),
          result.outcome().name().toLowerCase(Locale.ROOT),
          result.failures(),
          result.took().toMillis());
    }
  }

  @Override
  public State state() {
    return State.SMOKE;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    List<SmokeCheck> checks = checks(course);
    boolean isProtected = course.settings().protectedEnvironment();
    if (checks.stream().noneMatch(check -> !isProtected || check.lightsOn())) {
      return Found.passed(
          checks.isEmpty() ? "there is no smoke check" : "no smoke check is marked lights-on: true",
          List.of());
    }
    SmokeRun run = smoke(course).run(checks, /* lightsOnAlone= */ false);
    List<Checked> checked = run.results().stream().map(Checked::of).toList();
    new EvidenceBook(course.workspace(), course.environment())
        .record("smoke", "", run.isPassed(), Documents.text(checked), Origin.current().toString());
    long failed = run.count(SmokeResult.Outcome.FAILED);
    return run.isPassed()
        ? Found.passed(
            run.count(SmokeResult.Outcome.PASSED)
                + (run.count(SmokeResult.Outcome.PASSED) == 1
                    ? " smoke check passed"
                    : " smoke checks passed"),
            checked)
        : Found.failed(
            failed
                + (failed == 1 ? " smoke check failed: " : " smoke checks failed: ")
                + String.join(
                    "; ",
                    run.results().stream()
                        .filter(each -> !each.failures().isEmpty())
                        .map(each -> each.name() + " (" + each.failures().getFirst() + ")")
                        .toList()),
            checked);
  }

  /** The checks that concern the environment. */
  static List<SmokeCheck> checks(Course course) {
    return smoke(course).checks(course.options().smoke());
  }

  private static Smoke smoke(Course course) {
    return new Smoke(
        course.configuration(),
        course.environment(),
        course.options().variables(),
        course.options().clock());
  }
}
