package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.DriftReport;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.config.Configuration;
import dev.slipway.environment.JudgedDrift;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway drift [ENV] [--accept]}. */
@CommandLine.Command(
    name = "drift",
    header = "Show what was changed in an environment by hand, and what takes it back.",
    description = {
      "Compares an environment with what its migrations made of it, and shows the difference",
      "as SQL both ways: what takes it back, and what a migration would say that keeps it.",
      "--accept writes what is there now into a list beside the migrations, with a reason; from",
      "then on only other drift counts. Ends with 1 when there is some. Changes no database."
    },
    footer = {
      "slipway drift production",
      "slipway drift production --accept --reason \"index for the report, until release 12\"",
      "slipway drift production --output json"
    })
final class DriftCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(names = "--accept", description = "write what is there now into the list; needs --reason")
  boolean accept;

  @Override
  public ExitCode run(Invocation invocation) {
    String reason = accept ? reason(invocation.reason()) : null;
    try (Workspace workspace = invocation.workspace(invocation.configuration(environment))) {
      JudgedDrift judged = JudgedDrift.of(workspace, environment);
      boolean hasNews = !judged.unexpected().isEmpty() || !judged.gone().isEmpty();
      boolean isWritten = false;
      if (reason != null && hasNews) {
        judged.accept(reason, invocation.surroundings().clock());
        isWritten = true;
      }
      var report = new DriftReport(judged, isWritten);
      invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
      invocation.console().note(report.note(invocation.shown(judged.file().file())));
      return judged.unexpected().isEmpty() || isWritten ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
  }

  private static String reason(@Nullable String given) {
    if (given == null || given.isBlank()) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "--accept needs a reason, which is recorded",
          "See: slipway help drift");
    }
    return given;
  }
}
