package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.VerificationReport;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.TimeText;
import dev.slipway.verification.Check;
import dev.slipway.verification.CheckResult;
import dev.slipway.verification.Verification;
import dev.slipway.verification.VerificationError;
import dev.slipway.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway verify ENV}. */
@CommandLine.Command(
    name = "verify",
    header = "Verify that an environment is, holds and does what it should.",
    description = {
      "Checks that everything the migrations made is there as they made it and that nothing is",
      "left invalid, then asks the queries of the folder verify/: each says what is expected of",
      "it in comments, such as -- slipway: expect: no rows (docs/verify.md). Nothing can be",
      "written: each query runs in a read-only transaction. Ends with 1 when something is not as",
      "expected."
    },
    footer = {
      "slipway verify staging",
      "slipway verify production --only \"newest messages\" --output json"
    })
final class VerifyCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(
      names = "--checks",
      paramLabel = "DIR",
      defaultValue = "verify",
      description = "the folder of the checks; verify when left out")
  String folder = "verify";

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "this check alone; may be given several times")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "1m",
      description = "how long a query may take; 1m when left out")
  String timeout = "1m";

  @Mixin RecordOption recorded = new RecordOption();

  @Override
  public ExitCode run(Invocation invocation) {
    Duration limit = TimeText.parse(timeout);
    if (limit == null || limit.isZero()) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT, "\"" + timeout + "\" is no time to wait.", "Write --timeout 30s.");
    }
    if (recorded.record && !only.isEmpty()) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "Some of the checks alone are no evidence.",
          "Leave out --only, or --record.");
    }
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      var verification = new Verification(workspace, environment, limit);
      List<Check> checks = wanted(verification.checks(configuration.root().resolve(folder)));
      List<CheckResult> results = new ArrayList<>();
      if (only.isEmpty()) {
        results.addAll(verification.standing());
      }
      results.addAll(verification.run(checks));
      var report = new VerificationReport(environment, results, invocation::shown);
      invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
      long failed = results.stream().filter(each -> !each.isPassed()).count();
      recorded.apply(invocation, workspace, environment, "verify", "", failed == 0, report.json());
      invocation
          .console()
          .note(
              failed == 0
                  ? "All " + Count.of(results.size(), "check") + " of " + environment + " passed."
                  : Count.of(failed, "check") + " of " + results.size() + " failed.");
      return failed == 0 ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
  }

  private List<Check> wanted(List<Check> checks) {
    List<Check> wanted = new ArrayList<>();
    for (String name : only) {
      List<Check> named = checks.stream().filter(each -> each.name().equals(name)).toList();
      if (named.isEmpty()) {
        throw new SlipwayException(
            VerificationError.NO_SUCH_CHECK,
            "No check for " + environment + " is called \"" + name + "\".",
            checks.isEmpty()
                ? "There is none in " + folder + "."
                : "There are: " + String.join(", ", checks.stream().map(Check::name).toList()));
      }
      wanted.addAll(named);
    }
    return only.isEmpty() ? checks : wanted;
  }
}
