package dev.slipway.cli.command;

import dev.slipway.cli.output.CheckReport;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.GithubAnnotations;
import dev.slipway.cli.output.Remark;
import dev.slipway.cli.output.Sarif;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Checked;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code slipway check [--annotations github] [--sarif FILE]}. */
@CommandLine.Command(
    name = "check",
    header = "Prove the migrations forth and back, and that the definition needs no more.",
    description = {
      "Works on throw-away databases; no environment is touched. For continuous integration. Each",
      "migration is also taken forth, back and forth over rows that are made up for the tables",
      "before it: all must be as they were. What rows can't prove is named, and is no finding.",
      "Ends with 1 when something is found. Migrations that lose data for good are named, and",
      "are no finding. Hazards of hand-written statements are no finding either; annotations and",
      "SARIF have them as warnings, and what would only be better otherwise as notes."
    },
    footer = {
      "slipway check",
      "slipway check --output json",
      "slipway check --annotations github --sarif slipway.sarif"
    })
final class CheckCommand implements Command {

  private static final String GITHUB = "github";

  @Option(
      names = "--annotations",
      paramLabel = "FORGE",
      description = "print what is found as this forge shows it beside the file; github")
  @Nullable String annotations;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "write what is found to this file, in SARIF 2.1.0")
  @Nullable String sarif;

  @Override
  public ExitCode run(Invocation invocation) {
    if (annotations != null && !annotations.equals(GITHUB)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "\"" + annotations + "\" is no forge whose annotations are known.",
          "Write --annotations github.");
    }
    Configuration configuration = invocation.configuration();
    try (Workspace workspace = invocation.workspace(configuration)) {
      Checked checked = workspace.check();
      var report = new CheckReport(checked, invocation::shown);
      boolean isWell = checked.findings().isEmpty();
      invocation.answer(report.json(), report.text(invocation.console().dataStyle()));
      List<Remark> remarks =
          Stream.concat(
                  checked.findings().stream().map(Remark::of),
                  checked.hazards().stream().map(Remark::of))
              .toList();
      if (annotations != null) {
        remarks.forEach(finding ->
            invocation
                .console()
                .error(GithubAnnotations.line(finding, invocation::shownInRepository)));
      }
      if (sarif != null) {
        write(
            invocation.folder().resolve(sarif),
            Sarif.of(
                remarks,
                configuration.root().resolve(Configuration.FILE),
                invocation::shownInRepository));
      }
      report.irreversible().forEach(invocation.console()::note);
      report.hazards().forEach(invocation.console()::note);
      report.unproved().forEach(invocation.console()::note);
      String replayed =
          Count.of(checked.migrations(), "migration")
              + " replayed forth, back and forth again, "
              + report.withRows()
              + Count.of(checked.objects(), "object");
      invocation.console().note(isWell ? "All is well: " + replayed + "." : replayed + ".");
      return isWell ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new SlipwayException(
          CliError.CANNOT_WRITE,
          file + " can't be written: " + e.getMessage(),
          "Name a file in a folder that is there with --sarif.",
          e);
    }
  }
}
