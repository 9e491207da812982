package dev.slipway.cli.completion;

import dev.slipway.cli.completion.CommandModel.Command;
import dev.slipway.cli.completion.CommandModel.Option;
import dev.slipway.cli.completion.CommandModel.Values;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The script of fish, which shows what each word means. */
final class FishScript {

  private FishScript() {}

  static String of(CommandModel model) {
    var text =
        new StringBuilder("# fish completion for slipway, made by `slipway completion fish`\n\n");
    text.append("function __slipway_environments\n  sh -c ")
        .append(quoted(Completion.ENVIRONMENTS.strip()))
        .append("\nend\n\n");
    text.append(
        """
        function __slipway_command
          set -l last ''
          set -l words (commandline -opc)
          for word in $words[2..-1]
            if contains -- $last %s
              set last ''
              continue
            end
            set last $word
            if not string match -q -- '-*' $word
              echo $word
              return 0
            end
          end
          return 1
        end

        function __slipway_is
          contains -- $argv[1] (__slipway_command)
        end

        """
            .formatted(
                model
                    .allOptions()
                    .filter(option -> option.takes() != Values.NOTHING)
                    .map(Option::name)
                    .distinct()
                    .collect(Collectors.joining(" "))));
    text.append("complete -c slipway -f\n");
    for (Command command : model.commands()) {
      text.append("complete -c slipway -n 'not __slipway_command' -a ")
          .append(command.name())
          .append(" -d ")
          .append(quoted(command.header()))
          .append('\n');
    }
    model.options().forEach(option -> option(text, null, option, model));
    for (Command command : model.commands()) {
      String isChosen = "'__slipway_is " + command.name() + "'";
      if (command.takes() == Values.FILES) {
        text.append("complete -c slipway -n ").append(isChosen).append(" -F\n");
      } else if (!words(command.takes(), model).isEmpty()) {
        text.append("complete -c slipway -n ")
            .append(isChosen)
            .append(" -a ")
            .append(quoted(words(command.takes(), model)))
            .append('\n');
      }
      command.options().forEach(option -> option(text, isChosen, option, model));
    }
    return text.toString();
  }

  private static void option(
      StringBuilder text, @Nullable String condition, Option option, CommandModel model) {
    text.append("complete -c slipway");
    if (condition != null) {
      text.append(" -n ").append(condition);
    }
    text.append(" -l ").append(option.name().substring(2));
    switch (option.takes()) {
      case NOTHING -> {}
      case FILES -> text.append(" -r -F");
      default -> {
        text.append(" -x");
        if (!words(option.takes(), model).isEmpty()) {
          text.append(" -a ").append(quoted(words(option.takes(), model)));
        }
      }
    }
    text.append(" -d ").append(quoted(option.header())).append('\n');
  }

  private static String words(Values values, CommandModel model) {
    return switch (values) {
      case NOTHING, ANYTHING, FILES -> "";
      case ENVIRONMENTS -> "(__slipway_environments)";
      case SOURCES -> "(__slipway_environments) java: sql: migrations: jpa:";
      case COMMANDS -> String.join(" ", model.names());
      case SHELLS -> String.join(" ", Completion.SHELLS);
      case OUTPUTS -> "text json";
    };
  }

  /** In single quotes, within which fish knows a backslash before a quote or another one. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
