package dev.slipway.cli.output;

import dev.slipway.migration.RowFinding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows of a target violate, as a person and as a program read it. */
public final class FindingText {

  private FindingText() {}

  /** Each demand with how often it does not hold, and some of the rows. */
  public static String of(List<RowFinding> findings) {
    var text = new StringBuilder();
    for (RowFinding finding : findings) {
      text.append("  ")
          .append(finding.check().demand())
          .append(": violated ")
          .append(Count.of(finding.count(), "time"))
          .append('\n');
      finding.samples().forEach(sample -> text.append("      ").append(sample).append('\n'));
      if (finding.count() > finding.samples().size()) {
        text.append("      and ")
            .append(finding.count() - finding.samples().size())
            .append(" more\n");
      }
    }
    return text.toString();
  }

  /** The members of a finding. */
  public static Map<String, @Nullable Object> json(RowFinding finding) {
    return Json.object()
        .with("object", finding.check().on().dotted())
        .with("demand", finding.check().demand())
        .with("count", finding.count())
        .with("samples", finding.samples())
        .members();
  }
}
