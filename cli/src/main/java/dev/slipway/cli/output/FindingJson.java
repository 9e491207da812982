package dev.slipway.cli.output;

import dev.slipway.migration.RowFinding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows of a target violate, as a program reads it. */
public final class FindingJson {

  private FindingJson() {}

  /** The members of a finding. */
  public static Map<String, @Nullable Object> of(RowFinding finding) {
    return Json.object()
        .with("object", finding.check().on().dotted())
        .with("demand", finding.check().demand())
        .with("count", finding.count())
        .with("samples", finding.samples())
        .with("query", finding.check().trySql() == null ? finding.check().sampleSql() : null)
        .members();
  }
}
