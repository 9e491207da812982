package dev.slipway.cli.output;

import dev.slipway.smoke.SmokeResult;
import dev.slipway.smoke.SmokeRun;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** What became of smoke checks, as a person and as a program read it. */
public final class SmokeReport {

  private final SmokeRun run;
  private final Function<Path, String> shown;

  /**
   * @param run what became of them
   * @param shown how paths are shown
   */
  public SmokeReport(SmokeRun run, Function<Path, String> shown) {
    this.run = run;
    this.shown = shown;
  }

  /** A line each, and one more for whatever is not as expected. */
  public String text(Style style) {
    var text = new StringBuilder();
    for (SmokeResult result : run.results()) {
      switch (result.outcome()) {
        case PASSED -> text.append(style.good("passed")).append("    ").append(result.name());
        case LEFT_OUT -> text.append(style.faint("left out")).append("  ").append(result.name());
        case FAILED -> {
          text.append(style.bad("failed")).append("    ").append(result.name());
          text.append("  (").append(shown.apply(result.file())).append(':');
          text.append(result.line()).append(")\n          ").append(result.action());
          result.failures().forEach(each -> text.append("\n          ").append(each));
        }
      }
      text.append(result.attempts() > 1 ? "  (attempt " + result.attempts() + ")\n" : "\n");
    }
    return text.toString();
  }

  /** The answer for a program. */
  public Json json() {
    return Json.answer("smoke", run.isPassed() ? "passed" : "failed")
        .with("environment", run.environment())
        .with("began", run.began().toString())
        .with("ended", run.ended().toString())
        .with("lightsOnAlone", run.lightsOnAlone())
        .with("checks", run.results().stream().map(each -> json(each).members()).toList());
  }

  private Json json(SmokeResult result) {
    return Json.object()
        .with("name", result.name())
        .with("file", shown.apply(result.file()))
        .with("line", result.line())
        .with("action", result.action())
        .with("outcome", result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .with("failures", result.failures())
        .with("attempts", result.attempts())
        .with("milliseconds", result.took().toMillis());
  }
}
