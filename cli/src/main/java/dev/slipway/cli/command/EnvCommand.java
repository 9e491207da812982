package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ComparisonReport;
import dev.slipway.cli.output.EnvironmentList;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.PortraitReport;
import dev.slipway.cli.output.StampReport;
import dev.slipway.config.Configuration;
import dev.slipway.environment.Comparison;
import dev.slipway.environment.Portrait;
import dev.slipway.environment.StampRequest;
import dev.slipway.environment.Stamping;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway env list|show|compare|stamp [ENV] [ENV]}. */
@CommandLine.Command(
    name = "env",
    header = "List, show and compare environments; give a database its environment's name.",
    description = {
      "stamp ENV writes the environment's name and a random identity into its database. Every",
      "command that is told an environment looks at it first: another environment's database is",
      "refused, and what has no stamp, or is a copy, is not changed. A stamp is written once;",
      "what is stamped already stays as it is. One that is there goes only when it is named, and",
      "with a reason: --replace NAME for a copy of NAME that becomes ENV, --moved where ENV's own",
      "database moved to another server.",
      "list shows what slipway.yml says; show ENV and compare ENV ENV look at the databases:",
      "migrations, releases, settings, extensions, collations, roles, and compare the schemas too.",
      "compare ends with 1 when they differ."
    },
    footer = {
      "slipway env stamp staging",
      "slipway env stamp staging --replace production --reason \"copy of last night\"",
      "slipway env stamp production --moved --reason \"pg_upgrade to 18\"",
      "slipway env list",
      "slipway env show production --output json",
      "slipway env compare staging production"
    })
final class EnvCommand implements Command {

  /** What is done, with how many environments. */
  enum Action {
    list(0),
    show(1),
    compare(2),
    stamp(1);

    private final int names;

    Action(int names) {
      this.names = names;
    }
  }

  @Parameters(index = "0", paramLabel = "ACTION", description = "list, show, compare or stamp")
  Action action = Action.list;

  @Parameters(
      index = "1..*",
      arity = "0..2",
      paramLabel = "ENV",
      description = "the environment; two for compare, none for list")
  List<String> names = new ArrayList<>();

  @Option(names = "--moved", description = "its database was moved here; its identity stays")
  boolean moved;

  @Option(
      names = "--replace",
      paramLabel = "NAME",
      description = "the stamp of this environment goes, since the database is a copy of it")
  @Nullable String replaced;

  @Override
  public ExitCode run(Invocation invocation) {
    if (names.size() != action.names) {
      throw wrong(
          action
              + switch (action.names) {
                case 0 -> " takes no environment";
                case 1 -> " takes one environment";
                default -> " takes two environments";
              });
    }
    StampRequest request = request(invocation.reason());
    Configuration configuration = invocation.configuration(names.toArray(String[]::new));
    try (Workspace workspace = invocation.workspace(configuration)) {
      return switch (action) {
        case list -> {
          var environments = configuration.environments().values();
          invocation.answer(
              EnvironmentList.json(environments),
              EnvironmentList.text(environments, invocation.console().dataStyle()));
          yield ExitCode.DONE;
        }
        case show -> {
          Portrait portrait = Portrait.of(workspace, names.getFirst());
          invocation.answer(
              PortraitReport.json(portrait),
              PortraitReport.text(portrait, invocation.console().dataStyle()));
          yield ExitCode.DONE;
        }
        case compare -> compare(invocation, workspace);
        case stamp -> {
          var stamping = new Stamping(workspace, names.getFirst());
          var report = new StampReport(stamping.stamp(request, invocation::confirm));
          invocation.answer(report.json(), "");
          invocation.console().note(report.sentence());
          yield ExitCode.DONE;
        }
      };
    }
  }

  private ExitCode compare(Invocation invocation, Workspace workspace) {
    Comparison comparison = Comparison.of(workspace, names.getFirst(), names.getLast());
    var report = new ComparisonReport(comparison);
    invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
    if (comparison.isSame()) {
      invocation.console().note("No differences.");
    }
    return comparison.isSame() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }

  private StampRequest request(@Nullable String reason) {
    boolean isNamed = moved || replaced != null;
    if (isNamed && action != Action.stamp) {
      throw wrong("--moved and --replace are for stamp");
    }
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
