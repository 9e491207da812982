package dev.slipway.pgdump;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of PostgreSQL's client programs, run to its end with a plain environment. */
final class ClientProgram {

  private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "HOME", "TMPDIR");

  private ClientProgram() {}

  /**
   * What a program said.
   *
   * @param exit its exit code
   * @param output its standard output
   * @param complaints its standard error
   */
  record Said(int exit, String output, String complaints) {}

  /**
   * Runs a program on a database.
   *
   * @param url the database
   * @param input what it reads from its standard input
   * @param command the program and its arguments, none of them a secret
   */
  static Said run(DatabaseUrl url, String input, List<String> command) {
    return run(ClientAddress.of(url).environment(), input, command);
  }

  /** Runs a program that needs no database. */
  static Said run(Map<String, String> variables, String input, List<String> command) {
    try {
      Path in = Files.createTempFile("slipway", ".sql");
      Path err = Files.createTempFile("slipway", ".err");
      try {
        Files.writeString(in, input);
        return run(variables, in, err, command);
      } finally {
        Files.deleteIfExists(in);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw failed(command.get(0), String.valueOf(e.getMessage()), e);
    }
  }

  private static Said run(Map<String, String> variables, Path in, Path err, List<String> command)
      throws IOException {
    var builder = new ProcessBuilder(new ArrayList<>(command));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT_VARIABLES);
    environment.putAll(variables);
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    environment.put("PGCLIENTENCODING", "UTF8");
    environment.put("PGAPPNAME", "slipway");
    Process process = builder.redirectInput(in.toFile()).redirectError(err.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.onExit().join().exitValue();
    return new Said(exit, output, Files.readString(err).strip());
  }

  private static SlipwayException failed(String program, String words, Throwable cause) {
    return new SlipwayException(
        PgDumpError.CLIENT_PROGRAM_FAILED,
        program + " failed: " + words,
        "Check that PostgreSQL's client programs are installed and reach the database.",
        cause);
  }
}
