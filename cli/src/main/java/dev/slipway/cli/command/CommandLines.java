package dev.slipway.cli.command;

import dev.slipway.cli.output.Activity;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Console;
import dev.slipway.cli.output.ErrorReport;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Style;
import dev.slipway.config.Configuration;
import dev.slipway.config.Secrets;
import dev.slipway.config.Suggestion;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the arguments, runs the command that they name, and prints how it failed. Used once. */
public final class CommandLines {

  private final Surroundings surroundings;
  private final List<String> arguments;
  private final Console console;
  private final SlipwayCommand slipway = new SlipwayCommand();

  /**
   * @param surroundings what the process was given
   * @param arguments its arguments
   */
  public CommandLines(Surroundings surroundings, List<String> arguments) {
    this.surroundings = surroundings;
    this.arguments = List.copyOf(arguments);
    this.console = console();
  }

  /** Runs the command to its end; every failure is printed and becomes an exit code. */
  public ExitCode run() {
    var report = new ErrorReport(console, asksForJson());
    try {
      return run(tree());
    } catch (ParameterException e) {
      return report.print(ParseFailure.of(e));
    } catch (SlipwayException e) {
      return report.print(e);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return report.printUnexpected(e, errorFolder(), slipway.options.stackTrace);
    }
  }

  private ExitCode run(CommandLine root) {
    ParseResult parsed = root.parseArgs(arguments.toArray(String[]::new));
    CommandLine chosen = parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
    if (slipway.options.help) {
      console.data(new UsageText(console.dataStyle()).of(chosen));
      return ExitCode.DONE;
    }
    if (slipway.version) {
      console.data(Version.line());
      return ExitCode.DONE;
    }
    if (!(chosen.getCommand() instanceof Command command)) {
      console.error(new UsageText(console.noteStyle()).of(root).stripTrailing());
      return ExitCode.USAGE;
    }
    String name = chosen.getCommandSpec().qualifiedName().replaceFirst("slipway ", "");
    OutputFormat format = format(command, name);
    try (Activity activity =
        Activity.start(
            console,
            surroundings.clock(),
            "slipway " + name,
            surroundings.drawsProgress() && format == OutputFormat.TEXT)) {
      return command.run(new Invocation(surroundings, slipway.options, format, console, activity));
    }
  }

  private OutputFormat format(Command command, String name) {
    if (!slipway.options.allow.isEmpty() && !command.takesAllowances()) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          name + " has no hazards to allow",
          "Leave out --allow, or see: slipway help " + name);
    }
    String word = slipway.options.output;
    if (word == null) {
      return OutputFormat.TEXT;
    }
    List<String> words = command.formats().stream().map(OutputFormat::word).toList();
    if (!words.contains(word)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          name + " has no output \"" + word + "\"; " + Suggestion.phrase(word, words),
          "Name one of them with --output.");
    }
    return command.formats().get(words.indexOf(word));
  }

  /** An answer in JSON is due even when the arguments cannot be read. */
  private boolean asksForJson() {
    int option = arguments.indexOf("--output");
    boolean isNext =
        option >= 0 && arguments.subList(option, arguments.size()).indexOf("json") == 1;
    return isNext || arguments.contains("--output=json");
  }

  private CommandLine tree() {
    CommandLine root = new CommandLine(slipway);
    Commands.all().forEach(root::addSubcommand);
    return root.setExpandAtFiles(false);
  }

  /**
   * The console is there before the arguments are read, since reading them can fail. What looks
   * like an address among them is kept secret from the start.
   */
  private Console console() {
    boolean isRefused = arguments.contains("--no-color");
    boolean colors = surroundings.wantsColor() && !isRefused;
    boolean forced = surroundings.forcesColor() && !isRefused;
    Console console =
        new Console(
            surroundings.out(),
            surroundings.err(),
            forced || (colors && surroundings.outIsTerminal()) ? Style.COLORED : Style.PLAIN,
            forced || (colors && surroundings.errIsTerminal()) ? Style.COLORED : Style.PLAIN,
            arguments.contains("--quiet"));
    console.keepSecret(
        Stream.concat(
                arguments.stream().flatMap(text -> Secrets.suspectedIn(text).stream()),
                surroundings.variables().values().stream()
                    .flatMap(text -> Secrets.of(text).stream()))
            .toList());
    return console;
  }

  private Path errorFolder() {
    Path file = Configuration.find(surroundings.folder());
    return file == null
        ? Path.of(System.getProperty("java.io.tmpdir"))
        : file.resolveSibling(".slipway");
  }
}
