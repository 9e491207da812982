package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.PreflightReport;
import dev.slipway.config.Configuration;
import dev.slipway.migration.PreflightResult;
import dev.slipway.migration.RowsViolateException;
import dev.slipway.migration.UsedByReleaseException;
import dev.slipway.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway preflight [ENV] [--to NAME]}. */
@CommandLine.Command(
    name = "preflight",
    header = "Ask the rows of an environment whether its pending migrations may run.",
    description = {
      "Asks the real rows, read-only and in one snapshot, what the migrations that are pending",
      "demand of them: that keys are there once, nothing is null, references lead somewhere,",
      "conditions hold, values can be converted. migrate asks the same before it runs anything.",
      "What a migration before it may change is asked when that one has run. Ends with 3 where",
      "rows are in the way, and shows some of them, and the query that lists all."
    },
    footer = {
      "slipway preflight production",
      "slipway preflight staging --check-timeout 1h --output json"
    })
final class PreflightCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(names = "--to", paramLabel = "NAME", description = "the last migration to be asked about")
  @Nullable String to;

  @Mixin CheckTimeout checks = new CheckTimeout();

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration(environment))) {
      PreflightResult result =
          workspace.preflight(environment, to, checks.apply(invocation.executorOptions("")));
      var report = new PreflightReport(environment, result);
      String text = report.text(invocation.console().dataStyle());
      if (!result.findings().isEmpty()) {
        return invocation.refuse(
            report.json(), text, RowsViolateException.of(report.refused(), result.findings()));
      }
      if (!result.conflicts().isEmpty()) {
        return invocation.refuse(
            report.json(), text, UsedByReleaseException.of(result.conflicts()));
      }
      invocation.answer(report.json(), text);
      invocation
          .console()
          .note(
              result.pending().isEmpty()
                  ? environment + " has every migration."
                  : "No row of "
                      + environment
                      + (result.hidden().isEmpty() ? "" : " that this role sees")
                      + " is in the way of "
                      + Count.of(result.pending().size(), "pending migration")
                      + (report.waits() ? ", as far as can be asked now." : "."));
      return ExitCode.DONE;
    }
  }
}
