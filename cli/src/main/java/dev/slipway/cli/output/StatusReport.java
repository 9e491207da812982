package dev.slipway.cli.output;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.diff.Change;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationStatus;
import dev.slipway.migration.StandIn;
import dev.slipway.migration.StepReverse;
import dev.slipway.workspace.EnvironmentStatus;
import dev.slipway.workspace.WayBackClass;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an environment has and lacks, as a person and as a program read it. */
public final class StatusReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EnvironmentStatus status;
  private final MigrationStatus migrations;

  /**
   * @param status what was read
   */
  public StatusReport(EnvironmentStatus status) {
    this.status = status;
    this.migrations = status.migrations();
  }

  /** Whether something is wrong; what is only pending is not. */
  public boolean hasFindings() {
    return !findings().isEmpty();
  }

  /** The report for a person. */
  public String text(Style style) {
    var text = new StringBuilder();
    text.append(style.strong(status.environment()))
        .append("  ")
        .append(status.server())
        .append("  ")
        .append(style.faint(status.address()))
        .append(status.apart() ? style.faint(" as " + status.login().words()) : "")
        .append("\n");
    var table = new TextTable("state", "migration", "way back", "applied at (UTC)", "by", "took");
    for (AppliedMigration applied : migrations.applied()) {
      table.row(
          isUnknown(applied)
              ? "unknown"
              : isEdited(applied.name())
                  ? "edited"
                  : isUnderWay(applied.name()) ? "in part" : "applied",
          applied.name(),
          wayBack(applied.name()),
          TIME.format(applied.at()),
          applied.by() + " from " + applied.entry().from(),
          applied.entry().duration().toMillis() + " ms");
    }
    for (Migration pending : migrations.pending()) {
      table.row(
          migrations.late().contains(pending)
              ? "out of order"
              : isUnderWay(pending.name()) ? "in part" : "pending",
          pending.name(),
          wayBack(pending.name()),
          "",
          "",
          "");
    }
    String rows = table.text(style, "  ");
    text.append(rows.isEmpty() ? "" : "\n").append(rows).append("\n");
    if (!status.parked().isEmpty()) {
      text.append(ParkedReport.table(status.parked(), style)).append("\n");
    }
    for (WayBackClass way : status.waysBack()) {
      way.reasons()
          .forEach(reason ->
              text.append(style.faint("  no way back: "))
                  .append(way.migration())
                  .append(": ")
                  .append(reason)
                  .append("\n"));
    }
    findings().forEach(finding -> text.append(style.bad("  ! ")).append(finding).append("\n"));
    migrations
        .standIns()
        .forEach(standIn ->
            text.append(style.faint("  in place of: "))
                .append(standIn.migration().name())
                .append(" stands for ")
                .append(String.join(", ", standIn.names()))
                .append(style.faint(" (the next migrate writes that down)\n")));
    status
        .leftOut()
        .forEach(name ->
            text.append(style.faint("  not compared: "))
                .append(name)
                .append(style.faint(" (allow_unmodelled)\n")));
    status
        .unused()
        .forEach(entry ->
            text.append(style.faint("  not there: "))
                .append(entry)
                .append(style.faint(" (allow_unmodelled)\n")));
    text.append(hasFindings() ? "" : "  " + style.good(summary()) + "\n");
    return text.toString();
  }

  /** The report for a program. */
  public Json json() {
    return Json.answer("status", hasFindings() ? "findings" : "done")
        .with("environment", status.environment())
        .with("server", status.server())
        .with("address", status.address())
        .with("login", PortraitReport.json(status.login()))
        .with("applied", migrations.applied().stream().map(this::applied).toList())
        .with("pending", migrations.pending().stream().map(Migration::name).toList())
        .with("late", migrations.late().stream().map(Migration::name).toList())
        .with("unknown", migrations.unknown().stream().map(AppliedMigration::name).toList())
        .with("edited", migrations.edited().stream().map(edit -> edit.file().toString()).toList())
        .with(
            "reworded", migrations.reworded().stream().map(edit -> edit.file().toString()).toList())
        .with("standIns", migrations.standIns().stream().map(StatusReport::standIn).toList())
        .with("drift", status.drift().stream().map(ChangeText::drift).toList())
        .with("leftOut", status.leftOut())
        .with("parked", status.parked().stream().map(ParkedReport::json).toList())
        .with("waysBack", status.waysBack().stream().map(StatusReport::wayBack).toList())
        .with("unused", status.unused())
        .with("expected", status.expected() == null ? null : status.expected().value())
        .with("actual", status.actual() == null ? null : status.actual().value())
        .with("advance", AdvanceReport.json(migrations.advance()));
  }

  /** A migration without a folder has none that is known. */
  private String wayBack(String migration) {
    for (WayBackClass way : status.waysBack()) {
      if (way.migration().equals(migration)) {
        return PlanJson.word(way.standing())
            + (way.standing() == StepReverse.Standing.PARKED && way.until() != null
                ? " until " + TIME.format(way.until())
                : "");
      }
    }
    return "";
  }

  private static Map<String, @Nullable Object> wayBack(WayBackClass way) {
    return Json.object()
        .with("migration", way.migration())
        .with("class", PlanJson.word(way.standing()))
        .with("until", way.until() == null ? null : way.until().toString())
        .with("reasons", way.reasons())
        .members();
  }

  private static Map<String, @Nullable Object> standIn(StandIn standIn) {
    return Json.object()
        .with("migration", standIn.migration().name())
        .with("replaced", standIn.names())
        .members();
  }

  private Map<String, @Nullable Object> applied(AppliedMigration applied) {
    return Json.object()
        .with("name", applied.name())
        .with("at", applied.at().toString())
        .with("by", applied.by())
        .with("from", applied.entry().from())
        .with("tool", applied.entry().tool())
        .with("milliseconds", applied.entry().duration().toMillis())
        .members();
  }

  private List<String> findings() {
    var findings = new ArrayList<String>();
    migrations
        .unknown()
        .forEach(entry -> findings.add(entry.name() + " is applied, but has no folder here"));
    migrations
        .edited()
        .forEach(edit -> findings.add(edit.file() + " was edited after it was applied"));
    migrations
        .late()
        .forEach(late -> findings.add(late.name() + " is pending, though later ones are applied"));
    Advance advance = migrations.advance();
    if (advance != null) {
      findings.add(AdvanceReport.text(advance, migrations.pending()));
    }
    for (Change change : status.drift()) {
      findings.add("drift: " + ChangeText.drift(change));
    }
    return findings;
  }

  private String summary() {
    if (migrations.applied().isEmpty() && migrations.pending().isEmpty()) {
      return "There are no migrations yet.";
    }
    if (migrations.pending().isEmpty()) {
      return "Up to date.";
    }
    return Count.of(migrations.pending().size(), "migration") + " pending.";
  }

  private boolean isUnknown(AppliedMigration applied) {
    return migrations.unknown().contains(applied);
  }

  private boolean isUnderWay(String name) {
    return migrations.advance() != null && migrations.advance().migration().equals(name);
  }

  private boolean isEdited(String name) {
    return migrations.edited().stream().anyMatch(edit -> edit.migration().equals(name));
  }
}
