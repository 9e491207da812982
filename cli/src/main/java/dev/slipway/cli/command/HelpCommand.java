package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ErrorPage;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.config.Suggestion;
import dev.slipway.error.SlipwayException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway help [COMMAND]}. */
@CommandLine.Command(
    name = "help",
    header =
        "Print the help of a command, or of all; or the page of an error's or a hazard's code.",
    footer = {
      "slipway help",
      "slipway help diff",
      "slipway help backup pitr",
      "slipway help two-heads",
      "slipway help SLIP302"
    })
final class HelpCommand implements Command {

  @Parameters(arity = "0..2", paramLabel = "COMMAND", description = "the command, or the code")
  List<String> names = new ArrayList<>();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public ExitCode run(Invocation invocation) {
    CommandLine root = spec.root().commandLine();
    @Nullable CommandLine asked = root;
    for (String name : names) {
      asked = asked == null ? null : asked.getSubcommands().get(name);
    }
    if (asked == null) {
      String word = String.join(" ", names);
      String page = ErrorPage.text(word);
      if (page != null) {
        invocation.console().data(page);
        return ExitCode.DONE;
      }
      throw new SlipwayException(
          CliError.UNKNOWN_COMMAND,
          "there is no command \""
              + word
              + "\"; "
              + Suggestion.phrase(word, root.getSubcommands().keySet()),
          "See all commands with: slipway help");
    }
    invocation.console().data(new UsageText(invocation.console().dataStyle()).of(asked));
    return ExitCode.DONE;
  }
}
