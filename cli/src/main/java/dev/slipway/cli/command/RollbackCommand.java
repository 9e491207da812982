package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.config.Configuration;
import dev.slipway.migration.RunResult;
import dev.slipway.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway rollback [ENV] --to NAME}. */
@CommandLine.Command(
    name = "rollback",
    header = "Take back what was applied after a migration, the last one first.",
    description = {
      "Each migration is taken back by its down.sql, in one transaction, or in segments as",
      "migrate has them. One that lost data for good is refused, since its structure comes",
      "back without the data. One that is applied in part is taken back by a plan from what",
      "is there to the catalog before it; rows that it changed stay as they are. Rows that",
      "hand-written statements changed or removed come back, unless they were written since."
    },
    footer = {
      "slipway rollback --to 20261121101500_add_message_seq",
      "slipway rollback staging --to beginning"
    })
final class RollbackCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      required = true,
      description = "the migration that becomes the last one applied; beginning for none")
  String to = "";

  @Option(
      names = "--accept-loss",
      paramLabel = "NAME",
      description = "take back this migration although its data stays lost; several times")
  List<String> acceptLoss = new ArrayList<>();

  @Mixin SegmentOptions segments = new SegmentOptions();

  @Mixin LockOptions locks = new LockOptions();

  @Mixin CheckTimeout checks = new CheckTimeout();

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      if (configuration.environment(environment).protectedEnvironment()) {
        workspace.requireChangeable(environment);
        invocation.confirm("Take back what was applied to " + environment + " after " + to + "?");
      }
      RunResult result =
          workspace.rollback(
              environment,
              to,
              Set.copyOf(acceptLoss),
              locks.apply(
                  checks.apply(
                      invocation.executorOptions("took back").withAnswers(segments.answers()))));
      boolean isNothing = result.parts().isEmpty();
      invocation.answer(
          Json.answer("rollback", isNothing ? "unchanged" : "done")
              .with("environment", environment)
              .with("takenBack", Runs.json(result))
              .with("recorded", result.recorded()),
          "");
      invocation
          .console()
          .note(
              isNothing
                  ? "Nothing was applied to " + environment + " after " + to + "."
                  : Count.of(result.parts().size(), "migration")
                      + " taken back in "
                      + environment
                      + ".");
      return ExitCode.DONE;
    }
  }
}
