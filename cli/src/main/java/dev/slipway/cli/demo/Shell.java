package dev.slipway.cli.demo;

import java.nio.file.Path;
import java.util.List;

/** Runs a command as if it were typed. */
@FunctionalInterface
public interface Shell {

  /**
   * Runs a command to its end.
   *
   * @param folder the working folder
   * @param arguments the command with its arguments
   */
  Ended run(Path folder, List<String> arguments);

  /**
   * A command that ended.
   *
   * @param printed everything that it printed, in order
   * @param exit what it ended with
   */
  record Ended(String printed, int exit) {}
}
