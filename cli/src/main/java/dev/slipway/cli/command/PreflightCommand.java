package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.PreflightReport;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.PreflightResult;
import dev.slipway.migration.RowsViolateException;
import dev.slipway.migration.UsedByReleaseException;
import dev.slipway.plan.Sample;
import dev.slipway.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway preflight [ENV] [--to NAME] [--sample[=PART]]}. */
@CommandLine.Command(
    name = "preflight",
    header = "Ask the rows of an environment whether its pending migrations may run.",
    description = {
      "Asks the real rows, read-only and in one snapshot, what the migrations that are pending",
      "demand of them: that keys are there once, nothing is null, references lead somewhere,",
      "conditions hold, values can be converted. migrate asks the same before it runs anything.",
      "What a migration before it may change is asked when that one has run. Ends with 3 where",
      "rows are in the way, and shows some of them, and the query that lists all.",
      "",
      "--sample asks a part of the rows of each table with more than 10,000, where all would take",
      "too long: rows that it finds are in the way, but a clean sample proves nothing. Duplicates",
      "and overlaps are seldom found so, for both rows must be in it. migrate always asks all rows."
    },
    footer = {
      "slipway preflight production",
      "slipway preflight staging --check-timeout 1h --output json",
      "slipway preflight production --sample=5%",
      "slipway preflight production --sample=100000 --seed 2"
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

  @Option(
      names = "--sample",
      arity = "0..1",
      fallbackValue = "1%",
      paramLabel = "PART",
      description =
          "ask a part of each table only: a percentage such as 0.5%%, or a number of rows such as"
              + " 100000; 1%% if no part is given")
  @Nullable String sample;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "which sample: the same number asks the same rows; 1 if left out")
  long seed = 1;

  @Mixin CheckTimeout checks = new CheckTimeout();

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration(environment))) {
      PreflightResult result =
          workspace.preflight(
              environment, to, checks.apply(invocation.executorOptions("")), part());
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
                      + (report.waits() ? ", as far as can be asked now." : ".")
                      + (result.sampled() == null || result.sampled().tables().isEmpty()
                          ? ""
                          : " Only a sample was asked: that proves nothing."));
      return ExitCode.DONE;
    }
  }

  private @Nullable Sample part() {
    if (sample == null) {
      return null;
    }
    Sample part = Sample.parse(sample, seed);
    if (part == null) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "'" + sample + "' is no sample.",
          "Write a percentage such as --sample=0.5%, or a number of rows such as --sample=100000.");
    }
    return part;
  }
}
