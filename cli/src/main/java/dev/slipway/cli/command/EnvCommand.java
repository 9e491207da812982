package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.StampReport;
import dev.slipway.environment.StampRequest;
import dev.slipway.environment.Stamped;
import dev.slipway.environment.Stamping;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway env stamp ENV}. */
@CommandLine.Command(
    name = "env",
    header = "Give a database the name of its environment.",
    description = {
      "stamp ENV writes the environment's name and a random identity into its database. Every",
      "command that is told an environment looks at it first: another environment's database is",
      "refused, and what has no stamp, or is a copy, is not changed. A stamp is written once;",
      "what is stamped already stays as it is. One that is there goes only when it is named, and",
      "with a reason: --replace NAME for a copy of NAME that becomes ENV, --moved where ENV's own",
      "database moved to another server."
    },
    footer = {
      "slipway env stamp staging",
      "slipway env stamp staging --replace production --reason \"copy of last night\"",
      "slipway env stamp production --moved --reason \"pg_upgrade to 18\""
    })
final class EnvCommand implements Command {

  /** What is done. */
  enum Action {
    stamp
  }

  @Parameters(index = "0", paramLabel = "ACTION", description = "stamp")
  Action action = Action.stamp;

  @Parameters(index = "1", paramLabel = "ENV", description = "the environment")
  String environment = "";

  @Option(names = "--moved", description = "its database was moved here; its identity stays")
  boolean moved;

  @Option(
      names = "--replace",
      paramLabel = "NAME",
      description = "the stamp of this environment goes, since the database is a copy of it")
  @Nullable String replaced;

  @Override
  public ExitCode run(Invocation invocation) {
    StampRequest request = request(invocation.reason());
    try (Workspace workspace = invocation.workspace(invocation.configuration(environment))) {
      return switch (action) {
        case stamp -> {
          Stamped stamped =
              new Stamping(workspace, environment).stamp(request, invocation::confirm);
          var report = new StampReport(stamped);
          invocation.answer(report.json(), "");
          invocation.console().note(report.sentence());
          yield ExitCode.DONE;
        }
      };
    }
  }

  private StampRequest request(@Nullable String reason) {
    boolean isNamed = moved || replaced != null;
    if (moved && replaced != null) {
      throw wrong(
          "--moved and --replace can't both be: either it is the same database, or another");
    }
    if (isNamed && (reason == null || reason.isBlank())) {
      throw wrong((moved ? "--moved" : "--replace") + " needs a reason, which is recorded");
    }
    return new StampRequest(moved, replaced, isNamed ? reason : null);
  }

  private static SlipwayException wrong(String what) {
    return new SlipwayException(CliError.BAD_ARGUMENT, what, "See: slipway help env");
  }
}
