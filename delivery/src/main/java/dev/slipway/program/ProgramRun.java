package dev.slipway.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a program ended that was started without a shell. Stateless; each call waits for its program.
 *
 * @param failure why it did not end by itself, as a sentence; null where it did
 * @param exit what it ended with
 * @param output the first MiB of what it printed on both streams
 */
public record ProgramRun(@Nullable String failure, int exit, String output) {

  private static final int MOST_BYTES = 1 << 20;

  /**
   * Starts a program, waits for it, and ends it with whatever it started when it takes too long.
   *
   * @param words the program and its arguments
   * @param folder where it is started
   * @param variables its environment
   * @param limit how long it may take
   * @throws InterruptedException when the thread is interrupted; the program is ended
   */
  public static ProgramRun of(
      List<String> words, Path folder, Map<String, String> variables, Duration limit)
      throws InterruptedException {
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      return new ProgramRun("the program can't be started", 0, "");
    }
    var output = new ByteArrayOutputStream();
    Thread reader =
        Thread.ofVirtual().name("slipway-program-output").start(() -> copy(process, output));
    try {
      if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        return new ProgramRun("it did not end within " + limit.toMillis() + " ms", 0, "");
      }
      // whoever it started may hold its output open
      reader.join(limit);
      synchronized (output) {
        return new ProgramRun(null, process.exitValue(), output.toString(StandardCharsets.UTF_8));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void copy(Process process, ByteArrayOutputStream output) {
    byte[] buffer = new byte[8192];
    try (InputStream input = process.getInputStream()) {
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        synchronized (output) {
          output.write(buffer, 0, Math.min(read, MOST_BYTES - output.size()));
        }
      }
    } catch (IOException e) {
      // it was ended; what came until then stays
    }
  }
}
