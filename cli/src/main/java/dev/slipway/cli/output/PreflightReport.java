package dev.slipway.cli.output;

import dev.slipway.catalog.ObjectId;
import dev.slipway.migration.PreflightResult;
import dev.slipway.migration.RowFinding;
import dev.slipway.migration.RowQuestion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows say to pending migrations, as a person and as a program read it. */
public final class PreflightReport {

  private final String environment;
  private final PreflightResult result;

  /**
   * @param environment whose rows were asked
   * @param result what they say
   */
  public PreflightReport(String environment, PreflightResult result) {
    this.environment = environment;
    this.result = result;
  }

  /** Whether something can't be asked yet. */
  public boolean waits() {
    return result.questions().stream().anyMatch(each -> each.waitsFor() != null);
  }

  /** The migrations that rows are in the way of. */
  public List<String> refused() {
    return result.questions().stream()
        .filter(each -> answer(each).equals("violate"))
        .map(RowQuestion::migration)
        .distinct()
        .toList();
  }

  /** Each question with its answer; nothing where none is asked. */
  public String text(Style style) {
    var table = new TextTable("rows", "migration", "demand");
    for (RowQuestion question : result.questions()) {
      String waitsFor = question.waitsFor();
      table.row(
          answer(question),
          question.migration(),
          question.check().demand() + (waitsFor == null ? "" : " (after " + waitsFor + ")"));
    }
    String text =
        SampledReport.text(result.sampled())
            + table.text(style, "")
            + (result.hidden().isEmpty() ? "" : HiddenRows.line(result.hidden()) + "\n");
    List<String> hazards = new PendingHazardReport(result.hazards()).lines(style);
    String gap = text.isEmpty() || hazards.isEmpty() ? "" : "\n";
    return text
        + gap
        + hazards.stream().map(line -> line + "\n").collect(Collectors.joining())
        + result.unjudged().stream()
            .map(name ->
                name
                    + " was edited after it was judged: what is dangerous about it is not known.\n")
            .collect(Collectors.joining());
  }

  /** The members of the answer. */
  public Json json() {
    return Json.answer(
            "preflight",
            result.findings().isEmpty() && result.conflicts().isEmpty() ? "done" : "refused")
        .with("environment", environment)
        .with("pending", result.pending())
        .with("questions", result.questions().stream().map(this::json).toList())
        .with("findings", result.findings().stream().map(FindingJson::of).toList())
        .with("hidden", result.hidden().stream().map(ObjectId::dotted).toList())
        .with("hazards", new PendingHazardReport(result.hazards()).json())
        .with("unjudged", result.unjudged())
        .with("conflicts", result.conflicts().stream().map(UseReport::json).toList())
        .with("sample", SampledReport.json(result.sampled()));
  }

  private Map<String, @Nullable Object> json(RowQuestion question) {
    return Json.object()
        .with("migration", question.migration())
        .with("object", question.check().on().dotted())
        .with("demand", question.check().demand())
        .with("answer", answer(question))
        .with("waitsFor", question.waitsFor())
        .members();
  }

  private String answer(RowQuestion question) {
    if (question.waitsFor() != null) {
      return "wait";
    }
    List<RowFinding> findings =
        result.findings().stream().filter(each -> each.check().equals(question.check())).toList();
    if (!findings.isEmpty()) {
      return "violate";
    }
    if (result.sampled() != null && result.sampled().isOf(question.check())) {
      return "sampled";
    }
    return question.check().reads().stream().anyMatch(result.hidden()::contains) ? "hidden" : "fit";
  }
}
