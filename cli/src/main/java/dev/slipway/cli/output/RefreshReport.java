package dev.slipway.cli.output;

import dev.slipway.refresh.Refreshed;

/** What rows were brought and how they were masked, as a person and as a program read it. */
public final class RefreshReport {

  private final Refreshed refreshed;

  /**
   * @param refreshed what was done
   */
  public RefreshReport(Refreshed refreshed) {
    this.refreshed = refreshed;
  }

  /** The answer for a program. */
  public Json json() {
    return Json.answer("refresh", refreshed.done() ? "done" : "planned")
        .with("environment", refreshed.to())
        .with("from", refreshed.from())
        .with(
            "tables",
            refreshed.tables().stream()
                .map(each ->
                    Json.object()
                        .with("table", each.table())
                        .with("share", each.share())
                        .with("rows", each.rows())
                        .members())
                .toList())
        .with(
            "masked",
            refreshed.masked().stream()
                .map(each ->
                    Json.object()
                        .with("column", each.column())
                        .with("mask", each.mask())
                        .with("values", each.values())
                        .members())
                .toList())
        .with("kept", refreshed.kept())
        .with("leftOut", refreshed.leftOut());
  }

  /** Tables, then columns. */
  public String text(Style style) {
    var tables = new TextTable("table", "asked for", "rows");
    for (Refreshed.TableRows each : refreshed.tables()) {
      Long rows = each.rows();
      tables.row(each.table(), each.share(), rows == null ? "all" : String.valueOf(rows));
    }
    var columns = new TextTable("column", "masked by", "values");
    for (Refreshed.MaskedColumn each : refreshed.masked()) {
      columns.row(
          each.column(), each.mask(), refreshed.done() ? String.valueOf(each.values()) : "-");
    }
    var text = new StringBuilder(tables.text(style, ""));
    if (!refreshed.masked().isEmpty()) {
      text.append('\n').append(columns.text(style, ""));
    }
    if (!refreshed.kept().isEmpty()) {
      text.append("\nKept: ").append(String.join(", ", refreshed.kept())).append('\n');
    }
    return text.toString();
  }

  /** What is said beside that. */
  public String note() {
    return refreshed.done()
        ? "%s has rows of %s now. Left out: %s."
            .formatted(refreshed.to(), refreshed.from(), String.join(", ", refreshed.leftOut()))
        : "Nothing was written.";
  }
}
