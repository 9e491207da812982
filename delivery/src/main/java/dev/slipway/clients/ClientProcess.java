package dev.slipway.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A client program that runs, with nothing of the environment but what it is given and the usual
 * places. It ends with Slipway: closing it ends it with the processes that it started. Each line
 * that it prints is told to a thread of its own. Thread-safe.
 */
public final class ClientProcess implements AutoCloseable {

  private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "HOME", "TMPDIR");

  /** As many lines of what it complains of are told. */
  private static final int MOST_LINES = 8;

  private final Process process;
  private final Thread reader;
  private final Thread hook;
  private final List<String> complaints = new ArrayList<>();
  private final Deque<String> last = new ArrayDeque<>();

  private ClientProcess(Process process, Consumer<String> line) {
    this.process = process;
    this.reader =
        Thread.ofPlatform().daemon().name("slipway-client-output").start(() -> read(line));
    this.hook = Thread.ofPlatform().unstarted(this::end);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a program.
   *
   * @param command the program and its arguments, none of them a secret
   * @param variables what it gets beside the usual ones, secrets among them
   * @param line is told each line that it prints
   * @throws IOException when it can't be started
   */
  public static ClientProcess start(
      List<String> command, Map<String, String> variables, Consumer<String> line)
      throws IOException {
    var builder =
        new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT_VARIABLES);
    environment.putAll(variables);
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    Process process = builder.start();
    process.getOutputStream().close();
    return new ClientProcess(process, line);
  }

  private void read(Consumer<String> line) {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String each = output.readLine(); each != null; each = output.readLine()) {
        note(each);
        line.accept(each);
      }
    } catch (IOException e) {
      // it was ended; what came until then stays
    }
  }

  private synchronized void note(String line) {
    if (ClientWords.isComplaint(line)) {
      if (complaints.size() < MOST_LINES) {
        complaints.add(line);
      }
    } else if (!ClientWords.mayTellRows(line)) {
      last.add(line);
      if (last.size() > 2) {
        last.remove();
      }
    }
  }

  /** Whether it has ended by itself, and not as it should. */
  public boolean hasFailed() {
    return !process.isAlive() && process.exitValue() != 0;
  }

  /**
   * Waits for its end.
   *
   * @return whether it ended as it should
   * @throws IOException when the thread is interrupted; the program is ended then
   */
  public boolean await() throws IOException {
    try {
      int exit = process.waitFor();
      reader.join();
      return exit == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
      throw new IOException("interrupted", e);
    }
  }

  /** What it complained of in its first lines, or else what it ended with; without statements. */
  public synchronized String words() {
    if (!complaints.isEmpty()) {
      return String.join("\n", complaints);
    }
    return "it ended with "
        + process.exitValue()
        + (last.isEmpty() ? "" : " after: " + String.join("; ", last));
  }

  private void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Ends it, unless it has ended. */
  @Override
  public void close() {
    end();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the machine is going down, and the hook runs
    }
  }
}
