package dev.slipway.cli.command;

import dev.slipway.cli.completion.Completion;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.config.Suggestion;
import dev.slipway.error.SlipwayException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway completion SHELL}. */
@CommandLine.Command(
    name = "completion",
    header = "Print a script by which a shell completes commands, options and environments.",
    description = {
      "bash: slipway completion bash > ~/.local/share/bash-completion/completions/slipway",
      "zsh:  slipway completion zsh > ~/.zfunc/_slipway, with ~/.zfunc in fpath",
      "fish: slipway completion fish > ~/.config/fish/completions/slipway.fish"
    },
    footer = {"slipway completion bash", "slipway completion zsh", "slipway completion fish"})
final class CompletionCommand implements Command {

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
  String shell = "";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public List<OutputFormat> formats() {
    return List.of(OutputFormat.TEXT);
  }

  @Override
  public ExitCode run(Invocation invocation) {
    if (!Completion.SHELLS.contains(shell)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "there is no script for \""
              + shell
              + "\"; "
              + Suggestion.phrase(shell, Completion.SHELLS),
          "Name one of these shells.");
    }
    invocation.console().data(Completion.script(shell, spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
