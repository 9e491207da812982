package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A command that runs as a process and a process group of its own, on the class path that the
 * launcher uses.
 */
final class StartedCommand implements AutoCloseable {

  private static final Path LIBRARY =
      Path.of(System.getProperty("slipway.project.root"), "cli/target/slipway/lib");
  private static final long PATIENCE_SECONDS = 120;

  private final List<String> arguments;
  private final Process process;
  private final CompletableFuture<String> out;
  private final CompletableFuture<String> err;

  private StartedCommand(List<String> arguments, Process process) {
    this.arguments = arguments;
    this.process = process;
    this.out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
    this.err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
  }

  static StartedCommand start(Path folder, Map<String, String> variables, List<String> arguments)
      throws IOException {
    return start(folder, variables, List.of(), arguments);
  }

  /**
   * The same by way of another program.
   *
   * @param by the program with its arguments, which starts what is written behind them
   */
  static StartedCommand start(
      Path folder, Map<String, String> variables, List<String> by, List<String> arguments)
      throws IOException {
    assertThat(Files.isDirectory(LIBRARY))
        .as("%s is there; `mvn -pl cli -am package -DskipTests` makes it", LIBRARY)
        .isTrue();
    // A shell in the background of a script leaves Ctrl-C ignored, which processes inherit.
    var command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
    command.addAll(by);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-Dslipway.postgres.binaries=" + System.getProperty("slipway.postgres.binaries"),
            "-cp",
            LIBRARY + "/*",
            "dev.slipway.cli.Main"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    return new StartedCommand(arguments, process);
  }

  /** Presses Ctrl-C: the terminal sends it to the whole process group. */
  void pressCtrlC() throws Exception {
    int exit =
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).inheritIO().start().waitFor();
    assertThat(exit).isZero();
  }

  /** Kills the process so that it can do nothing about it: {@code kill -9}. */
  void kill() {
    // Process.destroyForcibly() would close the streams that are still read.
    process.toHandle().destroyForcibly();
  }

  /** Waits until it has ended. */
  Ran await() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .as("%s ends", arguments)
        .isTrue();
    return new Ran(arguments, process.exitValue(), out.join(), err.join());
  }

  private static String read(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves no process behind when a test fails. */
  @Override
  public void close() {
    kill();
  }
}
