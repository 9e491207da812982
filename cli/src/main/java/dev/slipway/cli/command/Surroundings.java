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

  /** Whether the terminal or its user wants colors at all. */
  boolean wantsColor() {
    return variables.getOrDefault("NO_COLOR", "").isEmpty()
        && !variables.getOrDefault("TERM", "").equals("dumb");
  }
}
