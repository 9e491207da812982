package dev.slipway.cli.output;

import dev.slipway.seed.Seeded;
import dev.slipway.seed.Seeded.Outcome;

/** What became of seeds, as a person and as a program read it. */
public final class SeedReport {

  private final Seeded seeded;

  /**
   * @param seeded what became of them
   */
  public SeedReport(Seeded seeded) {
    this.seeded = seeded;
  }

  /** The answer for a program. */
  public Json json() {
    String status =
        !seeded.done() ? "planned" : seeded.count(Outcome.WRITTEN) == 0 ? "unchanged" : "done";
    return Json.answer("seed", status)
        .with("environment", seeded.environment())
        .with(
            "seeds",
            seeded.seeds().stream()
                .map(each ->
                    Json.object()
                        .with("name", each.name())
                        .with("outcome", word(each.outcome()).replace(' ', '-'))
                        .with("milliseconds", each.milliseconds())
                        .members())
                .toList());
  }

  /** A line each. */
  public String text(Style style) {
    var table = new TextTable("seed", "outcome", "took");
    for (Seeded.One each : seeded.seeds()) {
      Long took = each.milliseconds();
      table.row(each.name(), word(each.outcome()), took == null ? "-" : took + " ms");
    }
    return table.text(style, "");
  }

  /** What is said beside that. */
  public String note() {
    long written = seeded.count(Outcome.WRITTEN);
    if (!seeded.done()) {
      return Count.of(written, "seed") + " would be written. Nothing was.";
    }
    return written == 0
        ? seeded.environment() + " has all its seeds."
        : Count.of(written, "seed") + " written to " + seeded.environment() + ".";
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case WRITTEN -> "written";
      case UNCHANGED -> "unchanged";
      case LEFT_OUT -> "left out";
    };
  }
}
