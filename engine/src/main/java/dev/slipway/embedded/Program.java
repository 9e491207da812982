package dev.slipway.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program that is run to its end, with nothing of this process's environment but what it needs.
 */
final class Program {

  /**
   * Everything else stays out: it may hold passwords, or PG* variables that redirect the server.
   */
  private static final Set<String> KEPT_VARIABLES =
      Set.of("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USERPROFILE");

  private Program() {}

  /**
   * @param exit the exit code
   * @param output what it printed, standard output and standard error together
   */
  record Result(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  /** Prepares a program: no input, and the environment that a server's programs get. */
  static ProcessBuilder prepare(List<String> command) {
    var builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT_VARIABLES);
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder.directory(Path.of("").toAbsolutePath().getRoot().toFile());
  }

  /** Runs a program to its end; one that cannot be started has exit code 127. */
  static Result run(List<String> command) {
    try {
      Process process = prepare(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Result(process.onExit().join().exitValue(), output);
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    }
  }
}
