package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.RefreshReport;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.refresh.Refresh;
import dev.slipway.refresh.Refreshed;
import dev.slipway.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway refresh ENV --from ENV}. */
@CommandLine.Command(
    name = "refresh",
    header = "Replace an environment's rows by another one's, with personal data masked.",
    description = {
      "Reads rows of the other environment in one snapshot, all of them or some with what they"
          + " point",
      "at, masks them in memory as masking.yml says (docs/refresh.md), and writes them in one",
      "transaction; no file is written. Columns that look personal and are not named there end it",
      "with 3. A protected environment is only read, never written. --plan tells what would be"
          + " done."
    },
    footer = {
      "slipway refresh staging --from production --plan",
      "slipway refresh staging --from production --yes",
      "slipway refresh dev --from staging --masking masking-dev.yml --output json"
    })
final class RefreshCommand implements Command {

  @Parameters(
      arity = "1",
      paramLabel = "ENV",
      description = "the environment whose rows are replaced")
  String environment = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "ENV",
      description = "the environment whose rows are read")
  String from = "";

  @Option(
      names = "--masking",
      paramLabel = "FILE",
      defaultValue = Refresh.FILE,
      description = "what becomes of columns; masking.yml beside slipway.yml when left out")
  String file = Refresh.FILE;

  @Option(names = "--plan", description = "tell what would be done, and write nothing")
  boolean plan;

  @Override
  public ExitCode run(Invocation invocation) {
    if (environment.equals(from)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "an environment can't be refreshed from itself",
          "See: slipway help refresh");
    }
    Configuration configuration = invocation.configuration(environment, from);
    try (Workspace workspace = invocation.workspace(configuration)) {
      Refreshed refreshed =
          new Refresh(workspace, configuration, invocation.surroundings().variables())
              .run(
                  environment,
                  from,
                  configuration.root().resolve(file),
                  plan,
                  invocation.executorOptions("ran"),
                  invocation::confirm,
                  new RowProgress(invocation.surroundings().clock(), invocation::say));
      var report = new RefreshReport(refreshed);
      invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
      invocation.console().note(report.note());
      return ExitCode.DONE;
    }
  }
}
