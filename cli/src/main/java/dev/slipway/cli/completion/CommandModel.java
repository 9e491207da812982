package dev.slipway.cli.completion;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be completed.
 *
 * @param commands the commands in their order
 * @param options the options of every command
 */
record CommandModel(List<Command> commands, List<Option> options) {

  /**
   * A command.
   *
   * @param name its name
   * @param header what it does
   * @param takes what stands behind it
   * @param options its own options, and those of the commands that stand behind it
   */
  record Command(String name, String header, Values takes, List<Option> options) {}

  /**
   * An option.
   *
   * @param name its name, with two dashes
   * @param header what it says
   * @param takes what stands behind it
   */
  record Option(String name, String header, Values takes) {}

  /** What a place is filled with. */
  enum Values {
    /** It takes nothing. */
    NOTHING,
    /** Something that nobody can know. */
    ANYTHING,
    FILES,
    ENVIRONMENTS,
    /** An environment, or an address that begins with a word. */
    SOURCES,
    COMMANDS,
    SHELLS,
    OUTPUTS
  }

  static CommandModel of(CommandLine root) {
    return new CommandModel(
        root.getSubcommands().entrySet().stream()
            .map(entry -> command(entry.getKey(), entry.getValue().getCommandSpec()))
            .toList(),
        options(root.getCommandSpec()));
  }

  private static Command command(String name, CommandSpec spec) {
    Values takes =
        spec.positionalParameters().isEmpty()
            ? Values.NOTHING
            : values(spec.positionalParameters().getFirst());
    List<Option> options =
        Stream.concat(
                Stream.of(spec),
                spec.subcommands().values().stream().map(CommandLine::getCommandSpec))
            .flatMap(each -> options(each).stream())
            .toList();
    return new Command(name, String.join(" ", spec.usageMessage().header()), takes, options);
  }

  private static List<Option> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.inherited())
        .map(option ->
            new Option(
                option.longestName(),
                String.join(" ", option.description()),
                option.arity().max() == 0 ? Values.NOTHING : values(option)))
        .toList();
  }

  private static Values values(ArgSpec argument) {
    if (argument instanceof OptionSpec option && option.longestName().equals("--output")) {
      return Values.OUTPUTS;
    }
    return switch (argument.paramLabel().toUpperCase(Locale.ROOT)) {
      case "ENV" -> Values.ENVIRONMENTS;
      case "FROM", "TO", "SOURCE" -> Values.SOURCES;
      case "FILE", "FOLDER", "DIR" -> Values.FILES;
      case "COMMAND" -> Values.COMMANDS;
      case "SHELL" -> Values.SHELLS;
      default -> Values.ANYTHING;
    };
  }

  /** All options, those of every command last. */
  Stream<Option> allOptions() {
    return Stream.concat(
        commands.stream().flatMap(command -> command.options().stream()), options.stream());
  }

  /** The names of the options behind which something stands, each once. */
  List<String> taking(Values values) {
    return allOptions()
        .filter(option -> option.takes() == values)
        .map(Option::name)
        .distinct()
        .toList();
  }

  /** The names of all commands. */
  List<String> names() {
    return commands.stream().map(Command::name).toList();
  }
}
