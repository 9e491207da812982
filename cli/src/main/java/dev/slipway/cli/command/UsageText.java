package dev.slipway.cli.command;

import dev.slipway.cli.output.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of a command: what it does, how it is called, its options, and examples. */
final class UsageText {

  /** What most terminals have, and every one on a screen of today. */
  private static final int WIDTH = 100;

  private final Style style;

  UsageText(Style style) {
    this.style = style;
  }

  String of(CommandLine commandLine) {
    CommandSpec spec = commandLine.getCommandSpec();
    boolean isRoot = spec.parent() == null;
    var text = new StringBuilder();
    text.append(String.join("\n", spec.usageMessage().header())).append("\n\n");
    text.append(style.strong("Usage: "))
        .append(wrapped(synopsis(spec), "Usage: ".length()))
        .append('\n');
    if (spec.usageMessage().description().length > 0) {
      text.append('\n').append(String.join("\n", spec.usageMessage().description())).append('\n');
    }
    section(text, "Commands", commands(commandLine));
    section(
        text,
        isRoot ? "Options of every command" : "Arguments",
        Stream.concat(spec.positionalParameters().stream(), options(spec).stream())
            .map(UsageText::row)
            .toList());
    text.append('\n').append(style.strong("Examples:")).append('\n');
    for (String example : spec.usageMessage().footer()) {
      text.append("  ").append(style.code(example)).append('\n');
    }
    if (!isRoot) {
      text.append('\n').append(style.faint("Options of every command: slipway help")).append('\n');
    }
    return text.toString();
  }

  private static String synopsis(CommandSpec spec) {
    if (spec.usageMessage().customSynopsis().length > 0) {
      return String.join("\n", spec.usageMessage().customSynopsis());
    }
    var words = new ArrayList<String>();
    words.add(spec.parent() == null ? "slipway " + spec.name() : spec.qualifiedName());
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      words.add(optional(parameter.required(), parameter.paramLabel()));
    }
    for (OptionSpec option : options(spec)) {
      words.add(optional(option.required(), names(option)));
    }
    return String.join(" ", words);
  }

  private static String optional(boolean required, String word) {
    return required ? word : "[" + word + "]";
  }

  private static List<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream().filter(option -> !option.inherited()).toList();
  }

  private static List<List<String>> commands(CommandLine root) {
    return root.getSubcommands().entrySet().stream()
        .map(entry ->
            List.of(
                entry.getKey(),
                String.join(" ", entry.getValue().getCommandSpec().usageMessage().header())))
        .toList();
  }

  private static List<String> row(ArgSpec argument) {
    String name = argument instanceof OptionSpec option ? names(option) : argument.paramLabel();
    return List.of(name, String.join(" ", argument.description()));
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private void section(StringBuilder text, String title, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int width = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
    text.append('\n').append(style.strong(title + ":")).append('\n');
    text.append(
        rows.stream()
            .map(row ->
                "  "
                    + style.code(pad(row.get(0), width))
                    + "  "
                    + wrapped(row.get(1), width + 4)
                    + "\n")
            .collect(Collectors.joining()));
  }

  /** A text in lines of a terminal's width, all but the first after an indent. */
  private static String wrapped(String text, int indent) {
    var lines = new StringBuilder();
    int column = indent;
    for (String word : text.split(" (?![A-Z_:]+])")) {
      if (column > indent && column + 1 + word.length() > WIDTH) {
        lines.append('\n').append(" ".repeat(indent));
        column = indent;
      } else if (column > indent) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }

  private static String pad(String word, int width) {
    return word + " ".repeat(width - word.length());
  }
}
