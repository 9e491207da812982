package dev.slipway.cli.command;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a process is given: everything that a test gives instead.
 *
 * @param folder the working folder, absolute
 * @param variables the environment variables
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param outIsTerminal whether a person reads standard output as it comes
 * @param errIsTerminal whether a person reads standard error as it comes
 * @param clock what tells the time
 * @param interruption how the command ends early
 */
public record Surroundings(
    Path folder,
    Map<String, String> variables,
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Clock clock,
    Interruption interruption) {

  /** Copies the variables. */
  public Surroundings {
    variables = Map.copyOf(variables);
  }

  /** Whether the user wants colors also where no terminal is: {@code CLICOLOR_FORCE}. */
  boolean forcesColor() {
    return !variables.getOrDefault("CLICOLOR_FORCE", "0").equals("0") && !refusesColor();
  }

  /** Whether one line of standard error can be drawn again and again. */
  boolean drawsProgress() {
    return errIsTerminal
        && !variables.getOrDefault("TERM", "").equals("dumb")
        && !variables.getOrDefault("SLIPWAY_PROGRESS", "").equals("off");
  }

  private boolean refusesColor() {
    return !variables.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Whether the terminal or its user wants colors at all. */
  boolean wantsColor() {
    return !refusesColor() && !variables.getOrDefault("TERM", "").equals("dumb");
  }
}
