package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.SmokeReport;
import dev.slipway.config.Configuration;
import dev.slipway.smoke.Smoke;
import dev.slipway.smoke.SmokeResult.Outcome;
import dev.slipway.smoke.SmokeRun;
import dev.slipway.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway smoke ENV}. */
@CommandLine.Command(
    name = "smoke",
    header = "Ask an application whether it answers as it should.",
    description = {
      "Sends the requests and starts the programs of the YAML files in smoke/, each with what is",
      "expected of it (docs/smoke.md). In a protected environment only those are done that are",
      "marked lights-on: true, which are requests that change nothing; the others are listed as",
      "left out. No database is touched. Ends with 1 when something is not as expected."
    },
    footer = {"slipway smoke staging", "slipway smoke production --output json"})
final class SmokeCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(
      names = "--checks",
      paramLabel = "DIR",
      defaultValue = Smoke.FOLDER,
      description = "the folder of the checks; smoke when left out")
  String folder = Smoke.FOLDER;

  @Option(
      names = "--lights-on",
      description = "only the checks that are safe in production, in any environment")
  boolean lightsOn;

  @Mixin RecordOption recorded = new RecordOption();

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration =
        recorded.record ? invocation.configuration(environment) : invocation.configuration();
    var smoke =
        new Smoke(
            configuration,
            environment,
            invocation.surroundings().variables(),
            invocation.surroundings().clock());
    SmokeRun run = smoke.run(smoke.checks(configuration.root().resolve(folder)), lightsOn);
    var report = new SmokeReport(run, invocation::shown);
    invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
    if (recorded.record) {
      try (Workspace workspace = invocation.workspace(configuration)) {
        recorded.apply(
            invocation, workspace, environment, "smoke", "", run.isPassed(), report.json());
      }
    }
    long failed = run.count(Outcome.FAILED);
    long passed = run.count(Outcome.PASSED);
    long leftOut = run.count(Outcome.LEFT_OUT);
    invocation
        .console()
        .note(
            (failed == 0
                    ? Count.of(passed, "check") + " of " + environment + " passed"
                    : Count.of(failed, "check") + " of " + (failed + passed) + " failed")
                + (leftOut == 0 ? "." : ", " + leftOut + " left out."));
    return run.isPassed() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }
}
