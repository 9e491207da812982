package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.ReleaseReport;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway release start|end|list [NAME] [ENV]}. */
@CommandLine.Command(
    name = "release",
    header = "Tell which releases of an application work with an environment.",
    description = {
      "start NAME ENV --uses JAR writes into the ledger which tables and columns the release uses,",
      "as `slipway usage` finds them; end NAME ENV says that it runs nowhere any more; list ENV",
      "shows all. As long as one is deployed, migrate, push and preflight refuse what drops,",
      "renames or gives another type to what it uses, or demands a value of rows that it adds.",
      "Each can be told again without harm."
    },
    footer = {
      "slipway release start 2026.11.1 production --uses target/app.jar",
      "slipway release end 2026.10.4 production",
      "slipway release list production --output json"
    })
final class ReleaseCommand implements Command {

  /** What is told. */
  enum Action {
    start,
    end,
    list
  }

  @Parameters(index = "0", paramLabel = "ACTION", description = "start, end or list")
  Action action = Action.list;

  @Parameters(
      index = "1..*",
      arity = "0..2",
      paramLabel = "NAME ENV",
      description = "the release, not for list; and the environment, dev when left out")
  List<String> words = new ArrayList<>();

  @Option(
      names = "--uses",
      split = ",",
      paramLabel = "JAR_OR_FOLDER",
      description = "the compiled classes of the release, for start")
  List<String> classes = new ArrayList<>();

  @Override
  public ExitCode run(Invocation invocation) {
    int names = action == Action.list ? 0 : 1;
    if (words.size() < names || words.size() > names + 1) {
      throw wrong(
          action + (names == 0 ? " takes an environment" : " takes a release and an environment"));
    }
    if ((action == Action.start) == classes.isEmpty()) {
      throw wrong(
          action == Action.start ? "start needs --uses" : action + " has no use for --uses");
    }
    String environment =
        words.size() > names ? words.get(names) : Configuration.DEFAULT_ENVIRONMENT;
    try (Workspace workspace = invocation.workspace(invocation.configuration(environment))) {
      return switch (action) {
        case start -> start(invocation, workspace, words.getFirst(), environment);
        case end -> end(invocation, workspace, words.getFirst(), environment);
        case list -> list(invocation, workspace, environment);
      };
    }
  }

  private ExitCode start(
      Invocation invocation, Workspace workspace, String name, String environment) {
    Workspace.Registered registered =
        workspace.startRelease(
            environment,
            name,
            UsageCommand.paths(invocation, classes),
            invocation.executorOptions(""));
    invocation.answer(
        Json.answer("release", registered.changed() ? "done" : "unchanged")
            .with("environment", environment)
            .with("releases", ReleaseReport.json(workspace.releases(environment))),
        "");
    invocation
        .console()
        .note(
            name
                + " is deployed in "
                + environment
                + " and uses "
                + Count.of(registered.objects(), "table")
                + " and "
                + Count.of(registered.columns(), "single column")
                + ".");
    return ExitCode.DONE;
  }

  private static ExitCode end(
      Invocation invocation, Workspace workspace, String name, String environment) {
    boolean wasDeployed = workspace.endRelease(environment, name, invocation.executorOptions(""));
    invocation.answer(
        Json.answer("release", wasDeployed ? "done" : "unchanged")
            .with("environment", environment)
            .with("releases", ReleaseReport.json(workspace.releases(environment))),
        "");
    invocation
        .console()
        .note(
            wasDeployed
                ? name + " is not deployed in " + environment + " any more."
                : name + " was not deployed in " + environment + ".");
    return ExitCode.DONE;
  }

  private static ExitCode list(Invocation invocation, Workspace workspace, String environment) {
    var releases = workspace.releases(environment);
    invocation.answer(
        Json.answer("release", "listed")
            .with("environment", environment)
            .with("releases", ReleaseReport.json(releases)),
        ReleaseReport.text(releases, invocation.console().dataStyle()));
    if (releases.isEmpty()) {
      invocation.console().note("No release was ever told of in " + environment + ".");
    }
    return ExitCode.DONE;
  }

  private static SlipwayException wrong(String what) {
    return new SlipwayException(CliError.BAD_ARGUMENT, what, "See: slipway help release");
  }
}
