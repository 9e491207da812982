package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.SeedReport;
import dev.slipway.config.Configuration;
import dev.slipway.seed.Seeded;
import dev.slipway.seed.Seeds;
import dev.slipway.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway seed ENV}. */
@CommandLine.Command(
    name = "seed",
    header = "Write the rows that an environment begins with.",
    description = {
      "Runs the files of seeds/ in the order of their names, each in one transaction: statements,"
          + " or",
      "a class that is named by -- slipway: class: NAME (docs/seed.md). A file that ran before and",
      "is the same is not run again. -- slipway: in: dev, staging says for which environments a"
          + " file",
      "is; without that it is for all that are not protected."
    },
    footer = {
      "slipway seed",
      "slipway seed staging --again",
      "slipway seed staging --plan --output json"
    })
final class SeedCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(
      names = "--seeds",
      paramLabel = "DIR",
      defaultValue = Seeds.FOLDER,
      description = "the folder of the files; seeds when left out")
  String folder = Seeds.FOLDER;

  @Option(names = "--again", description = "run files too that are the same as last time")
  boolean again;

  @Option(names = "--plan", description = "tell what would run, and write nothing")
  boolean plan;

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      Seeded seeded =
          new Seeds(workspace, configuration)
              .write(
                  environment,
                  configuration.root().resolve(folder),
                  new Seeds.Terms(again, plan),
                  invocation.executorOptions("ran"),
                  invocation::confirm);
      var report = new SeedReport(seeded);
      invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
      invocation.console().note(report.note());
      return ExitCode.DONE;
    }
  }
}
