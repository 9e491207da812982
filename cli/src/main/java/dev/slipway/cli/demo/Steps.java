package dev.slipway.cli.demo;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.error.SlipwayException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands of the story, which are run as if they were typed. */
public final class Steps {

  /**
   * A command that was run.
   *
   * @param line the command as it is typed
   * @param exit what it ended with
   */
  public record Step(String line, ExitCode exit) {}

  private final CommandRunner runner;
  private final Path folder;
  private final Narrator narrator;
  private final BooleanSupplier isInterrupted;
  private final List<Step> done = new ArrayList<>();

  Steps(CommandRunner runner, Path folder, Narrator narrator, BooleanSupplier isInterrupted) {
    this.runner = runner;
    this.folder = folder;
    this.narrator = narrator;
    this.isInterrupted = isInterrupted;
  }

  /** Runs a command that has to do what it is asked for. */
  void slipway(String... arguments) {
    run(ExitCode.DONE, List.of(arguments));
  }

  /** Runs a command that has to be refused. */
  void refused(String... arguments) {
    run(ExitCode.REFUSED, List.of(arguments));
    narrator.exit(ExitCode.REFUSED.number());
  }

  private void run(ExitCode expected, List<String> arguments) {
    String line =
        Stream.concat(Stream.of("slipway"), arguments.stream())
            .map(word -> word.contains(" ") ? "\"" + word + "\"" : word)
            .collect(Collectors.joining(" "));
    demandTime();
    PrintStream output = narrator.command(line);
    ExitCode exit = runner.run(folder, arguments, output);
    output.flush();
    demandTime();
    done.add(new Step(line, exit));
    if (exit != expected) {
      throw new SlipwayException(
          DemoError.STEP_FAILED,
          "`"
              + line
              + "` ended with "
              + exit.number()
              + " where "
              + expected.number()
              + " was expected.",
          "Its own words are above. Report it if they are no help.");
    }
  }

  private void demandTime() {
    if (isInterrupted.getAsBoolean()) {
      throw new SlipwayException(
          DemoError.ENDED_EARLY,
          "The demo was ended early; its server is stopped.",
          "Run `slipway demo` again to see the rest.");
    }
  }

  List<Step> done() {
    return List.copyOf(done);
  }
}
