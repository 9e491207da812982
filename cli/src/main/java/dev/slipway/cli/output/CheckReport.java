package dev.slipway.cli.output;

import dev.slipway.workspace.Checked;
import dev.slipway.workspace.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a check found, as a person and as a program read it. */
public final class CheckReport {

  private final Checked checked;
  private final Function<Path, String> paths;

  /**
   * @param checked what was found
   * @param paths a file as it is shown
   */
  public CheckReport(Checked checked, Function<Path, String> paths) {
    this.checked = checked;
    this.paths = paths;
  }

  /** Each finding with its next step. */
  public String text(Style style) {
    var text = new StringBuilder();
    for (Finding finding : checked.findings()) {
      text.append(style.bad("finding[" + finding.code() + "]:"))
          .append(" ")
          .append(finding.what())
          .append("\n  ")
          .append(style.strong("next:"))
          .append(" ")
          .append(finding.next())
          .append('\n');
    }
    return text.toString();
  }

  /** What brings no data back when it is taken back, a line each. */
  public List<String> irreversible() {
    return checked.irreversible().stream()
        .map(step -> "irreversible: " + step.migration() + ": " + step.reason())
        .toList();
  }

  /** What is dangerous about statements that a person wrote, a line each. */
  public List<String> hazards() {
    return new HazardReport(checked.hazards(), paths).lines();
  }

  /** What rows could not prove, a line each. */
  public List<String> unproved() {
    return checked.rows().unproved().stream()
        .map(each ->
            "not proved with rows: "
                + each.migration()
                + ": "
                + (each.table() == null ? "" : each.table() + ": ")
                + each.reason())
        .toList();
  }

  /** With how many rows it was done, as a part of a sentence; empty without any. */
  public String withRows() {
    return checked.rows().tables() == 0
        ? ""
        : "with generated rows in " + Count.of(checked.rows().tables(), "table") + ", ";
  }

  /** The answer. */
  public Json json() {
    return Json.answer("check", checked.findings().isEmpty() ? "done" : "findings")
        .with("migrations", checked.migrations())
        .with("objects", checked.objects())
        .with(
            "rows",
            Json.object()
                .with("tables", checked.rows().tables())
                .with("generated", checked.rows().rows())
                .with(
                    "unproved",
                    checked.rows().unproved().stream()
                        .map(each ->
                            Json.object()
                                .with("migration", each.migration())
                                .with("table", each.table())
                                .with("reason", each.reason())
                                .members())
                        .toList())
                .members())
        .with(
            "irreversible",
            checked.irreversible().stream()
                .map(step ->
                    Json.object()
                        .with("migration", step.migration())
                        .with("file", paths.apply(step.file()))
                        .with("reason", step.reason())
                        .members())
                .toList())
        .with("hazards", new HazardReport(checked.hazards(), paths).json())
        .with(
            "findings",
            checked.findings().stream()
                .map(finding ->
                    Json.object()
                        .with("code", finding.code())
                        .with("what", finding.what())
                        .with("next", finding.next())
                        .with("file", shown(finding.file()))
                        .with("line", finding.line())
                        .members())
                .toList());
  }

  private @Nullable String shown(@Nullable Path file) {
    return file == null ? null : paths.apply(file);
  }
}
