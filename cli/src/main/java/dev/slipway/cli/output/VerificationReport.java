package dev.slipway.cli.output;

import dev.slipway.verification.CheckResult;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What was verified, as a person and as a program read it. */
public final class VerificationReport {

  private final String environment;
  private final List<CheckResult> results;
  private final Function<Path, String> shown;

  /**
   * @param environment the environment
   * @param results what became of each check
   * @param shown how paths are shown
   */
  public VerificationReport(
      String environment, List<CheckResult> results, Function<Path, String> shown) {
    this.environment = environment;
    this.results = List.copyOf(results);
    this.shown = shown;
  }

  /** A line each, and one more for whatever is not as expected. */
  public String text(Style style) {
    var text = new StringBuilder();
    for (CheckResult result : results) {
      String state = result.isPassed() ? style.good("passed") : style.bad("failed");
      text.append(state).append("  ").append(result.name()).append(place(result)).append('\n');
      result.failures().forEach(each -> text.append("        ").append(each).append('\n'));
    }
    return text.toString();
  }

  private String place(CheckResult result) {
    Path file = result.file();
    return file == null || result.isPassed()
        ? ""
        : "  (" + shown.apply(file) + ":" + result.line() + ")";
  }

  /** The answer for a program. */
  public Json json() {
    boolean isWell = results.stream().allMatch(CheckResult::isPassed);
    return Json.answer("verify", isWell ? "passed" : "failed")
        .with("environment", environment)
        .with("checks", results.stream().map(each -> json(each, shown).members()).toList());
  }

  /** What became of one check. */
  static Json json(CheckResult result, Function<Path, String> shown) {
    Path file = result.file();
    return Json.object()
        .with("name", result.name())
        .with("file", file == null ? null : shown.apply(file))
        .with("line", file == null ? null : result.line())
        .with("passed", result.isPassed())
        .with("failures", result.failures())
        .with("milliseconds", result.took().toMillis());
  }
}
