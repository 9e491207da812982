package dev.slipway.cli.completion;

import dev.slipway.cli.completion.CommandModel.Command;
import dev.slipway.cli.completion.CommandModel.Option;
import dev.slipway.cli.completion.CommandModel.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts of bash and zsh: one function that prints the words that fit, and for each shell how
 * it is asked.
 */
final class BourneScript {

  private BourneScript() {}

  static String bash(CommandModel model) {
    return """
    # bash completion for slipway, made by `slipway completion bash`
    """
        + words(model)
        + """

        _slipway() {
          local current=${COMP_WORDS[COMP_CWORD]} found
          found=$(_slipway_words "${COMP_WORDS[@]:1:COMP_CWORD-1}")
          if [ "$found" = @files ]; then
            COMPREPLY=($(compgen -f -- "$current"))
          else
            COMPREPLY=($(compgen -W "$found" -- "$current"))
          fi
        }

        complete -o filenames -o bashdefault -F _slipway slipway
        """;
  }

  static String zsh(CommandModel model) {
    return """
    #compdef slipway
    # zsh completion for slipway, made by `slipway completion zsh`
    """
        + words(model)
        + """

        _slipway() {
          local found
          found=$(_slipway_words "${(@)words[2,CURRENT-1]}")
          if [ "$found" = @files ]; then
            _files
          else
            compadd -- ${=found}
          fi
        }

        if [ "${funcstack[1]}" = _slipway ]; then
          _slipway "$@"
        elif command -v compdef >/dev/null; then
          compdef _slipway slipway
        fi
        """;
  }

  /** Prints what may stand behind the words that it is given; {@code @files} for files. */
  private static String words(CommandModel model) {
    var text = new StringBuilder("\n_slipway_environments() {\n");
    text.append(Completion.ENVIRONMENTS).append("}\n\n");
    text.append("_slipway_words() {\n  local word last= command=\n  for word in \"$@\"; do\n");
    text.append("    case $last in\n      ").append(pattern(valued(model)));
    text.append(") last= ; continue ;;\n    esac\n");
    text.append("    last=$word\n    case $word in\n      -*) ;;\n");
    text.append("      *) [ -n \"$command\" ] || command=$word ;;\n    esac\n  done\n");
    text.append("  case $last in\n");
    for (Values values : Values.values()) {
      List<String> options = model.taking(values);
      if (values != Values.NOTHING && !options.isEmpty()) {
        text.append("    ").append(pattern(options)).append(") ");
        text.append(printed(values, model)).append("; return ;;\n");
      }
    }
    text.append("  esac\n  case $command in\n");
    text.append("    '') echo ")
        .append(String.join(" ", model.names()))
        .append(' ')
        .append(names(model.options()))
        .append(" ;;\n");
    for (Command command : model.commands()) {
      text.append("    ").append(command.name()).append(") ");
      if (command.takes() == Values.FILES) {
        text.append("echo @files ;;\n");
        continue;
      }
      if (command.takes() != Values.NOTHING && command.takes() != Values.ANYTHING) {
        text.append(printed(command.takes(), model)).append("; ");
      }
      text.append("echo ")
          .append(
              Stream.of(names(command.options()), names(model.options()))
                  .filter(part -> !part.isEmpty())
                  .collect(Collectors.joining(" ")))
          .append(" ;;\n");
    }
    return text.append("  esac\n}\n").toString();
  }

  private static List<String> valued(CommandModel model) {
    var valued = new ArrayList<String>();
    for (Values values : Values.values()) {
      if (values != Values.NOTHING) {
        valued.addAll(model.taking(values));
      }
    }
    return valued;
  }

  private static String printed(Values values, CommandModel model) {
    return switch (values) {
      case NOTHING, ANYTHING -> ":";
      case FILES -> "echo @files";
      case ENVIRONMENTS -> "_slipway_environments";
      case SOURCES -> "_slipway_environments; echo java: sql: migrations: jpa:";
      case COMMANDS -> "echo " + String.join(" ", model.names());
      case SHELLS -> "echo " + String.join(" ", Completion.SHELLS);
      case OUTPUTS -> "echo text json";
    };
  }

  private static String names(List<Option> options) {
    return options.stream().map(Option::name).collect(Collectors.joining(" "));
  }

  private static String pattern(List<String> names) {
    return String.join(" | ", names);
  }
}
