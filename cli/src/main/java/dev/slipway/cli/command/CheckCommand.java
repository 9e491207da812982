package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Style;
import dev.slipway.workspace.Checked;
import dev.slipway.workspace.Finding;
import dev.slipway.workspace.Workspace;
import picocli.CommandLine;

/** {@code slipway check}. */
@CommandLine.Command(
    name = "check",
    header = "Prove the migrations forth and back, and that the definition needs no more.",
    description = {
      "Works on a throw-away database; no environment is touched. For continuous integration.",
      "Ends with 1 when something is found."
    },
    footer = {"slipway check", "slipway check --output json"})
final class CheckCommand implements Command {

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration())) {
      Checked checked = workspace.check();
      Style style = invocation.console().dataStyle();
      var text = new StringBuilder();
      for (Finding finding : checked.findings()) {
        text.append(style.bad("finding[" + finding.code() + "]:"))
            .append(" ")
            .append(finding.what())
            .append("\n  ")
            .append(style.strong("next:"))
            .append(" ")
            .append(finding.next())
            .append('\n');
      }
      boolean isWell = checked.findings().isEmpty();
      invocation.answer(
          Json.answer("check", isWell ? "done" : "findings")
              .with("migrations", checked.migrations())
              .with("objects", checked.objects())
              .with(
                  "findings",
                  checked.findings().stream()
                      .map(finding ->
                          Json.object()
                              .with("code", finding.code())
                              .with("what", finding.what())
                              .with("next", finding.next())
                              .members())
                      .toList()),
          text.toString());
      String replayed =
          Count.of(checked.migrations(), "migration")
              + " replayed forth, back and forth again, "
              + Count.of(checked.objects(), "object");
      invocation.console().note(isWell ? "All is well: " + replayed + "." : replayed + ".");
      return isWell ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
  }
}
