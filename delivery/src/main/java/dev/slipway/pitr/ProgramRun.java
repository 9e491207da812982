package dev.slipway.pitr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a program ended that was run with a plain environment.
 *
 * @param exit what it ended with
 * @param output its standard output
 * @param complaints its standard error
 */
record ProgramRun(int exit, String output, String complaints) {

  private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "HOME", "TMPDIR");
  private static final int MOST_LINES = 12;

  /**
   * Runs a program to its end.
   *
   * @param command the program and its arguments, none of them a secret
   * @param variables what it gets beside the path, secrets among them
   * @throws IOException when it can't be started
   */
  static ProgramRun of(List<String> command, Map<String, String> variables) throws IOException {
    Path complaints = Files.createTempFile("slipway", ".err");
    try {
      var builder = new ProcessBuilder(command).redirectError(complaints.toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().retainAll(KEPT_VARIABLES);
      environment.putAll(variables);
      environment.put("LC_ALL", "C.UTF-8");
      environment.put("TZ", "UTC");
      Process process = builder.directory(Path.of("/").toFile()).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.onExit().join().exitValue();
      return new ProgramRun(exit, output, Files.readString(complaints).strip());
    } finally {
      Files.deleteIfExists(complaints);
    }
  }

  boolean succeeded() {
    return exit == 0;
  }

  /** What it complained of, or else said, in its last lines. */
  String words() {
    return last(complaints.isEmpty() ? output.strip() : complaints);
  }

  /** The last lines of a text. */
  static String last(String text) {
    List<String> lines = text.lines().map(String::stripTrailing).toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - MOST_LINES))
        .collect(Collectors.joining("\n"));
  }
}
