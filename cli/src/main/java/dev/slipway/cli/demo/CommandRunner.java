package dev.slipway.cli.demo;

import dev.slipway.cli.output.ExitCode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What runs a command of Slipway as if it was typed. */
@FunctionalInterface
public interface CommandRunner {

  /**
   * Runs a command to its end.
   *
   * @param folder the working folder
   * @param arguments what stands after {@code slipway}
   * @param output where everything goes that it prints
   */
  ExitCode run(Path folder, List<String> arguments, PrintStream output);
}
