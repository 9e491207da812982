package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.config.Suggestion;
import dev.slipway.error.SlipwayException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what the parser of arguments says into words with a suggestion. */
final class ParseFailure {

  private ParseFailure() {}

  static SlipwayException of(ParameterException failure) {
    CommandLine at = failure.getCommandLine();
    boolean isRoot = at.getParent() == null;
    String next = "See: slipway help" + (isRoot ? "" : " " + at.getCommandName());
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      if (word.startsWith("-") && word.length() > 1) {
        String name = word.replaceFirst("=.*", "");
        List<String> options =
            at.getCommandSpec().options().stream().map(option -> option.longestName()).toList();
        String nearest = Suggestion.nearest(name, options);
        return new SlipwayException(
            CliError.UNKNOWN_OPTION,
            "there is no option "
                + name
                + (isRoot ? "" : " of " + at.getCommandName())
                + (nearest == null ? "" : "; did you mean \"" + nearest + "\"?"),
            next);
      }
      if (isRoot) {
        return new SlipwayException(
            CliError.UNKNOWN_COMMAND,
            "there is no command \""
                + word
                + "\"; "
                + Suggestion.phrase(word, at.getSubcommands().keySet()),
            next);
      }
      return new SlipwayException(
          CliError.BAD_ARGUMENT,
          at.getCommandName() + " does not take one more argument, \"" + word + "\"",
          next);
    }
    String message = String.valueOf(failure.getMessage());
    return new SlipwayException(
        CliError.BAD_ARGUMENT,
        message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1),
        next);
  }
}
