package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.FindingJson;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.PendingHazardReport;
import dev.slipway.cli.output.UseReport;
import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.environment.Stamping;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Migration;
import dev.slipway.migration.PreflightResult;
import dev.slipway.migration.ReleaseConflict;
import dev.slipway.migration.RowFinding;
import dev.slipway.migration.RowsViolateException;
import dev.slipway.migration.RunResult;
import dev.slipway.migration.UsedByReleaseException;
import dev.slipway.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway migrate [ENV] [--to NAME] [--dry-run]}. */
@CommandLine.Command(
    name = "migrate",
    header = "Apply the migrations that an environment lacks.",
    description = {
      "Each migration is one transaction: it stays whole, or nothing of it does. Where a",
      "statement can't be part of one, such as create index concurrently, or the script has",
      "BEGIN and COMMIT itself, it is cut into segments: one that is done never runs again,",
      "and the next run goes on behind it. Several that run at once wait for each other. A",
      "protected environment is asked about first, and rows whether they are in the way."
    },
    footer = {
      "slipway migrate",
      "slipway migrate staging --dry-run",
      "slipway migrate staging --stamp",
      "slipway migrate production --yes",
      "slipway migrate --to 20261121101500_add_message_seq"
    })
final class MigrateCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(names = "--to", paramLabel = "NAME", description = "the last migration to be applied")
  @Nullable String to;

  @Option(names = "--dry-run", description = "show the SQL that would run, run nothing")
  boolean dryRun;

  @Option(
      names = "--stamp",
      description = "stamp the database first, as env stamp does, where it is empty and has none")
  boolean stamp;

  @Mixin SegmentOptions segments = new SegmentOptions();

  @Mixin LockOptions locks = new LockOptions();

  @Mixin CheckTimeout checks = new CheckTimeout();

  @Override
  public boolean takesAllowances() {
    return true;
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      EnvironmentConfiguration settings = configuration.environment(environment);
      ConsoleProgress progress = invocation.progress("applied");
      if (dryRun) {
        return show(invocation, workspace, progress);
      }
      if (stamp && !settings.embedded()) {
        new Stamping(workspace, environment).stampEmpty();
      }
      if (settings.protectedEnvironment()) {
        workspace.requireChangeable(environment);
        List<String> pending = preview(invocation, workspace, progress);
        if (!pending.isEmpty()) {
          invocation.confirm(
              "Apply " + Count.of(pending.size(), "migration") + " to " + environment + "?");
        }
      }
      RunResult result;
      try {
        result =
            workspace.migrate(
                environment,
                to,
                invocation.allowances(),
                locks.apply(
                    checks.apply(
                        invocation.executorOptions(progress).withAnswers(segments.answers()))));
      } catch (RowsViolateException e) {
        return refuse(invocation, e.findings(), List.of(), e);
      } catch (UsedByReleaseException e) {
        return refuse(invocation, List.of(), e.conflicts(), e);
      }
      String status = result.parts().isEmpty() ? "unchanged" : "done";
      invocation.answer(
          Json.answer("migrate", status)
              .with("environment", environment)
              .with("applied", Runs.json(result))
              .with("recorded", result.recorded())
              .with("hazards", new PendingHazardReport(progress.told()).json()),
          "");
      invocation
          .console()
          .note(
              result.parts().isEmpty()
                  ? environment + " has every migration."
                  : Count.of(result.parts().size(), "migration")
                      + " applied to "
                      + environment
                      + ".");
      return ExitCode.DONE;
    }
  }

  private ExitCode refuse(
      Invocation invocation,
      List<RowFinding> findings,
      List<ReleaseConflict> conflicts,
      SlipwayException e) {
    return invocation.refuse(
        Json.answer("migrate", "refused")
            .with("environment", environment)
            .with("findings", findings.stream().map(FindingJson::of).toList())
            .with("conflicts", conflicts.stream().map(UseReport::json).toList()),
        "",
        e);
  }

  /** Says what is dangerous about what is pending, and answers with its names. */
  private List<String> preview(
      Invocation invocation, Workspace workspace, ConsoleProgress progress) {
    PreflightResult result =
        workspace.preflight(
            environment, to, invocation.executorOptions(progress).withRowChecks(null), null);
    progress.hazards(result.hazards());
    return result.pending();
  }

  private ExitCode show(Invocation invocation, Workspace workspace, ConsoleProgress progress) {
    List<Migration> pending = workspace.pending(environment, to);
    if (!pending.isEmpty()) {
      preview(invocation, workspace, progress);
    }
    var text = new StringBuilder();
    for (Migration migration : pending) {
      text.append("-- ").append(migration.name()).append('\n').append(migration.up().text());
    }
    invocation.answer(
        Json.answer("migrate", "planned")
            .with("environment", environment)
            .with("pending", pending.stream().map(Migration::name).toList())
            .with("hazards", new PendingHazardReport(progress.told()).json()),
        text.toString());
    invocation
        .console()
        .note(
            pending.isEmpty()
                ? environment + " has every migration."
                : Count.of(pending.size(), "migration") + " pending in " + environment + ".");
    return ExitCode.DONE;
  }
}
