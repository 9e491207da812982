package dev.slipway.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's main process, as its own file {@code postmaster.pid} tells.
 *
 * @param pid its id
 * @param port where it listens
 * @param ready whether it accepts connections
 */
record Postmaster(long pid, int port, boolean ready) {

  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /**
   * Waits until the kernel has forgotten the server that was killed here: as long as its id is
   * taken, even by a process that ended, a new server takes it for alive and refuses to start.
   */
  static void awaitForgotten(Path data, Duration patience) {
    Postmaster old = read(data);
    if (old == null) {
      return;
    }
    Waiting.until(patience, () -> ProcessHandle.of(old.pid).isEmpty() || old.isAlive());
  }

  /** The running server of a data folder, or null when none runs or it is only just starting. */
  static @Nullable Postmaster running(Path data) {
    Postmaster postmaster = read(data);
    return postmaster != null && postmaster.isAlive() && postmaster.worksIn(data)
        ? postmaster
        : null;
  }

  private static @Nullable Postmaster read(Path data) {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      return null;
    }
    if (lines.size() <= PORT_LINE || lines.get(PORT_LINE).isBlank()) {
      return null;
    }
    return new Postmaster(
        Long.parseLong(lines.getFirst().strip()),
        Integer.parseInt(lines.get(PORT_LINE).strip()),
        lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready"));
  }

  boolean isAlive() {
    return new ProcessMark(pid, 0).isAlive();
  }

  /**
   * Stops the server and waits for its end.
   *
   * @param gently whether what is committed is written out first; clients are cut off either way
   * @return whether it ended in time
   */
  boolean stop(boolean gently, Duration patience) {
    if (Platform.current().windows()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    } else {
      String signal = gently ? "-INT" : "-QUIT";
      Program.run(List.of("sh", "-c", "kill \"$1\" \"$2\"", "sh", signal, String.valueOf(pid)));
    }
    return Waiting.until(patience, () -> !isAlive());
  }

  /** After a restart of the machine the id may belong to anybody. */
  private boolean worksIn(Path data) {
    try {
      Path folder = Path.of("/proc/" + pid + "/cwd");
      return !Files.exists(folder) || Files.isSameFile(folder, data);
    } catch (IOException e) {
      return true;
    }
  }
}
