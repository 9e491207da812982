package dev.slipway.cli.output;

import dev.slipway.evidence.Evidence;
import dev.slipway.evidence.StepCost;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What is known of an environment, as a person and as a program read it. */
public final class EvidenceReport {

  private EvidenceReport() {}

  /** Two tables. */
  public static String text(Evidence evidence, Style style) {
    var migrations = new TextTable("migration", "up.sql", "applied", "lock waits", "took");
    evidence
        .migrations()
        .forEach(each ->
            migrations.row(
                each.name(),
                each.up().substring(0, Math.min(12, each.up().length())),
                each.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                each.lockWait() == null ? "not measured" : each.lockWait() + " ms",
                each.milliseconds() + " ms"));
    var findings = new TextTable("found", "outcome", "behind", "by", "at");
    evidence
        .findings()
        .forEach(each ->
            findings.row(
                each.kind() + (each.name().isEmpty() ? "" : " " + each.name()),
                each.passed() ? "passed" : "failed",
                each.head() == null ? "" : each.head(),
                each.by(),
                each.at().truncatedTo(ChronoUnit.SECONDS).toString()));
    String first = migrations.text(style, "");
    String second = findings.text(style, "");
    return first.isEmpty() || second.isEmpty() ? first + second : first + "\n" + second;
  }

  /** What each statement of a migration cost, for a program. */
  public static List<?> steps(List<StepCost> steps) {
    return steps.stream()
        .map(step ->
            Json.object()
                .with("number", step.number())
                .with("milliseconds", step.milliseconds())
                .with("lockWaitMilliseconds", step.lockWaitMilliseconds())
                .members())
        .toList();
  }

  /** The answer for a program. */
  public static Json json(Evidence evidence) {
    return Json.answer("evidence", "listed")
        .with("environment", evidence.environment())
        .with("identity", evidence.identity())
        .with("server", evidence.server())
        .with("at", evidence.at().toString())
        .with(
            "migrations",
            evidence.migrations().stream()
                .map(each ->
                    Json.object()
                        .with("name", each.name())
                        .with("up", each.up())
                        .with("down", each.down())
                        .with("before", each.before())
                        .with("after", each.after())
                        .with("at", each.at().toString())
                        .with("milliseconds", each.milliseconds())
                        .with("lockWaitMilliseconds", each.lockWait())
                        .with("steps", each.steps() == null ? List.of() : steps(each.steps()))
                        .members())
                .toList())
        .with(
            "findings",
            evidence.findings().stream()
                .map(each ->
                    Json.object()
                        .with("kind", each.kind())
                        .with("name", each.name())
                        .with("head", each.head())
                        .with("passed", each.passed())
                        .with("at", each.at().toString())
                        .with("by", each.by())
                        .members())
                .toList());
  }
}
