package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ComparisonReport;
import dev.slipway.cli.output.CreatedReport;
import dev.slipway.cli.output.EnvironmentList;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.PortraitReport;
import dev.slipway.cli.output.StampReport;
import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.environment.AcceptedDrift;
import dev.slipway.environment.Comparison;
import dev.slipway.environment.NewEnvironment;
import dev.slipway.environment.Portrait;
import dev.slipway.environment.StampRequest;
import dev.slipway.environment.Stamping;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.SchemaCopy;
import dev.slipway.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway env list|show|compare|stamp|create [ENV] [ENV]}. */
@CommandLine.Command(
    name = "env",
    header = "List, show, compare, stamp and create environments.",
    description = {
      "stamp ENV writes the environment's name and a random identity into its database. Every",
      "command that is told an environment looks at it first: another environment's database is",
      "refused, and what has no stamp, or is a copy, is not changed. A stamp is written once;",
      "what is stamped already stays as it is. One that is there goes only when it is named, and",
      "with a reason: --replace NAME for a copy of NAME that becomes ENV, --moved where ENV's own",
      "database moved to another server.",
      "list shows what slipway.yml says; show ENV and compare ENV ENV look at the databases:",
      "migrations, releases, settings, extensions, collations, roles, and compare the schemas too.",
      "compare ends with 1 when they differ.",
      "create ENV --like ENV gives an empty database the other one's schema and migrations,"
          + " without",
      "rows, owners and privileges, and stamps it. Roles are created without a login."
    },
    footer = {
      "slipway env stamp staging",
      "slipway env stamp staging --replace production --reason \"copy of last night\"",
      "slipway env stamp production --moved --reason \"pg_upgrade to 18\"",
      "slipway env list",
      "slipway env show production --output json",
      "slipway env compare staging production",
      "slipway env create staging --like production --role shop_owner=staging_owner --plan"
    })
final class EnvCommand implements Command {

  /** What is done, with how many environments. */
  enum Action {
    list(0),
    show(1),
    compare(2),
    stamp(1),
    create(1);

    private final int names;

    Action(int names) {
      this.names = names;
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description = "list, show, compare, stamp or create")
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

  @Option(
      names = "--like",
      paramLabel = "ENV",
      description = "the environment whose schema it gets; only read")
  @Nullable String like;

  @Option(names = "--privileges", description = "take owners and privileges along")
  boolean privileges;

  @Option(
      names = "--role",
      paramLabel = "FROM=TO",
      description = "what a role is called there; may be repeated")
  Map<String, String> roles = new LinkedHashMap<>();

  @Option(names = "--plan", description = "print the SQL, and change nothing")
  boolean plan;

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
    requireOfCreation();
    List<String> used = new ArrayList<>(names);
    if (like != null) {
      used.add(like);
    }
    Configuration configuration = invocation.configuration(used.toArray(String[]::new));
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
        case create -> create(invocation, configuration, workspace);
      };
    }
  }

  private void requireOfCreation() {
    boolean isNamed = like != null || privileges || plan || !roles.isEmpty();
    if (isNamed && action != Action.create) {
      throw wrong("--like, --privileges, --role and --plan are for create");
    }
    if (action == Action.create && (like == null || names.contains(like))) {
      throw wrong("create needs --like with the name of another environment");
    }
  }

  private ExitCode create(Invocation invocation, Configuration configuration, Workspace workspace) {
    EnvironmentConfiguration environment = configuration.environment(names.getFirst());
    String other = configuration.environment(String.valueOf(like)).name();
    var creation = new NewEnvironment(workspace, environment, other, privileges, roles);
    SchemaCopy copy = creation.plan();
    List<AcceptedDrift.Entry> accepted = null;
    if (!plan) {
      if (environment.protectedEnvironment()) {
        invocation.confirm(
            environment.name() + " is protected. Is it to be made like " + other + " now?");
      }
      accepted =
          creation.create(
              copy, invocation.executorOptions("ran"), invocation.surroundings().clock());
    }
    var report = new CreatedReport(copy, accepted);
    invocation.answer(report.json(), report.text());
    invocation.console().note(report.note());
    return ExitCode.DONE;
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
