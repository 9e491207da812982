package dev.slipway.cli.output;

import dev.slipway.environment.Comparison;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How two environments differ, as a person and as a program read it. */
public final class ComparisonReport {

  private final Comparison comparison;

  /**
   * @param comparison how they differ
   */
  public ComparisonReport(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The answer for a program. */
  public Json json() {
    return Json.answer("env", comparison.isSame() ? "same" : "different")
        .with("first", comparison.first().environment())
        .with("second", comparison.second().environment())
        .with("onlyFirst", comparison.onlyFirst())
        .with("onlySecond", comparison.onlySecond())
        .with(
            "differences",
            comparison.traits().stream()
                .map(each ->
                    Json.object()
                        .with("group", PortraitReport.word(each.group()))
                        .with("name", each.name())
                        .with("first", each.first())
                        .with("second", each.second())
                        .members())
                .toList())
        .with(
            "plan",
            PlanJson.of(comparison.schema().plan(), new Weights(comparison.schema().hazards())));
  }

  /** The answer for a person; nothing when they are alike. */
  public String text(Style style) {
    String first = comparison.first().environment();
    String second = comparison.second().environment();
    var table = new TextTable("what", "name", first, second);
    comparison.onlyFirst().forEach(name -> table.row("migration", name, "applied", "-"));
    comparison.onlySecond().forEach(name -> table.row("migration", name, "-", "applied"));
    for (Comparison.Difference each : comparison.traits()) {
      table.row(
          PortraitReport.word(each.group()), each.name(), cell(each.first()), cell(each.second()));
    }
    String differences = table.text(style, "  ");
    String plan =
        comparison.schema().plan().isEmpty()
            ? ""
            : "What makes the schema of %s that of %s:\n\n".formatted(first, second)
                + new PlanText(style, comparison.schema().hazards()).of(comparison.schema().plan());
    return String.join("\n", Stream.of(differences, plan).filter(part -> !part.isEmpty()).toList());
  }

  private static String cell(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
