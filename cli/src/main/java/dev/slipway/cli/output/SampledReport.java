package dev.slipway.cli.output;

import dev.slipway.migration.SampledRows;
import dev.slipway.plan.TableSize;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** That only a part of the rows was asked, as a person and as a program read it. */
final class SampledReport {

  private SampledReport() {}

  /** Lines for a person; nothing where all rows were asked. */
  static String text(@Nullable SampledRows sampled) {
    if (sampled == null) {
      return "";
    }
    if (sampled.tables().isEmpty()) {
      return "All rows were asked: no table has enough for a sample of "
          + sampled.sample().text()
          + ".\n";
    }
    return "ONLY A SAMPLE WAS ASKED ("
        + sampled.sample().text()
        + ", seed "
        + sampled.sample().seed()
        + "): what it did not find may be there all the same.\n"
        + sampled.tables().stream().map(SampledReport::line).collect(Collectors.joining());
  }

  private static String line(SampledRows.Asked asked) {
    return "  "
        + asked.table().dotted()
        + ": "
        + Count.of(asked.rows(), "row")
        + " of "
        + word(asked.of().precision())
        + "%,d".formatted(asked.of().rows())
        + "\n";
  }

  private static String word(TableSize.Precision precision) {
    return switch (precision) {
      case EXACT -> "";
      case ABOUT -> "about ";
      case MORE_THAN -> "more than ";
    };
  }

  /** The members for a program; null where all rows were asked. */
  static @Nullable Map<String, @Nullable Object> json(@Nullable SampledRows sampled) {
    return sampled == null
        ? null
        : Json.object()
            .with("part", sampled.sample().text())
            .with("seed", sampled.sample().seed())
            .with("provesNothing", !sampled.tables().isEmpty())
            .with("tables", sampled.tables().stream().map(SampledReport::json).toList())
            .members();
  }

  private static Map<String, @Nullable Object> json(SampledRows.Asked asked) {
    return Json.object()
        .with("table", asked.table().dotted())
        .with("percent", asked.percent())
        .with("method", asked.byPages() ? "pages" : "rows")
        .with("rows", asked.rows())
        .with("ofRows", asked.of().rows())
        .with("exact", asked.of().precision() == TableSize.Precision.EXACT)
        .members();
  }
}
