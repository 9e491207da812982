package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.StatusReport;
import dev.slipway.config.Configuration;
import dev.slipway.workspace.EnvironmentStatus;
import dev.slipway.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code slipway status [ENV]}. */
@CommandLine.Command(
    name = "status",
    header = "Show what an environment has, lacks, and how it drifted.",
    description = {
      "Reads only. Ends with 1 when something is wrong: a migration was edited after it was",
      "applied, is unknown or out of order, or applied in part, or the database is not what",
      "its migrations made of it. Pending migrations alone are no finding."
    },
    footer = {"slipway status", "slipway status production --output json"})
final class StatusCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration(environment))) {
      EnvironmentStatus status = workspace.status(environment);
      var report = new StatusReport(status);
      invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
      return report.hasFindings() ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }
  }
}
