package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A {@link ServerUser} in a process of its own. */
final class UserProcess implements AutoCloseable {

  private final Process process;
  private final BufferedWriter input;
  private final BufferedReader output;

  private UserProcess(Process process) {
    this.process = process;
    this.input = process.outputWriter();
    this.output = process.inputReader();
  }

  /** One with this process's class path, user and cache. */
  static UserProcess start(String... arguments) throws IOException {
    String home = System.getProperty(Cache.HOME.property(), "");
    return start(
        List.of(),
        Map.of(),
        System.getProperty("java.class.path"),
        System.getProperty(BinariesSearch.FOLDER.property()),
        home,
        arguments);
  }

  static UserProcess start(
      List<String> prefix,
      Map<String, String> environment,
      String classPath,
      String binaries,
      String home,
      String... arguments)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-D" + BinariesSearch.FOLDER.property() + "=" + binaries,
            "-D" + Cache.HOME.property() + "=" + home,
            "-cp",
            classPath,
            ServerUser.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return new UserProcess(builder.directory(Path.of("/").toFile()).start());
  }

  long pid() {
    return process.pid();
  }

  /** The next line that it prints: the port first, the folder second. */
  String line() throws IOException {
    String line = output.readLine();
    assertThat(line).as("the process ended before it answered").isNotNull();
    return line;
  }

  int port() throws IOException {
    return Integer.parseInt(line());
  }

  Path folder() throws IOException {
    return Path.of(line());
  }

  static Postmaster serverIn(Path folder) {
    return Objects.requireNonNull(Postmaster.running(folder.resolve("data")), "no server runs");
  }

  String ask(String sql) throws IOException {
    input.write(sql + "\n");
    input.flush();
    return line();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    input.close();
    try {
      assertThat(process.waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
