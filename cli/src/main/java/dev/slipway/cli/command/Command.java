package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import java.util.List;

/** One command, with its arguments read. Used once. */
public interface Command {

  /**
   * Does the work and prints the answer.
   *
   * @param invocation everything from outside
   * @return what the process ends with
   * @throws dev.slipway.error.SlipwayException when it fails; the caller prints it
   */
  ExitCode run(Invocation invocation);

  /** The forms in which it answers. */
  default List<OutputFormat> formats() {
    return List.of(OutputFormat.TEXT, OutputFormat.JSON);
  }

  /** Whether {@code --allow} means something to it. */
  default boolean takesAllowances() {
    return false;
  }
}
