package dev.slipway.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that can be told apart from a later one with the same id.
 *
 * @param pid its id
 * @param started when it started, in the kernel's clock ticks; 0 where that cannot be had
 */
record ProcessMark(long pid, long started) {

  private static final Pattern TEXT = Pattern.compile("(\\d+)-(\\d+)(?:-.*)?");

  static ProcessMark current() {
    long pid = ProcessHandle.current().pid();
    return new ProcessMark(pid, Status.read(pid).started());
  }

  /**
   * Reads {@code PID-STARTED}, with anything after a further hyphen; a process that is dead else.
   */
  static ProcessMark parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    return parts.matches()
        ? new ProcessMark(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)))
        : new ProcessMark(0, 0);
  }

  String text() {
    return pid + "-" + started;
  }

  /** Whether it still runs; one that ended and was not yet waited for does not. */
  boolean isAlive() {
    if (pid <= 0 || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
      return false;
    }
    Status status = Status.read(pid);
    return !status.ended() && (started == 0 || status.started() == started);
  }

  /** What Linux tells of a process. */
  private record Status(long started, boolean ended) {

    private static final Status UNKNOWN = new Status(0, false);

    static Status read(long pid) {
      String line;
      try {
        line = Files.readString(Path.of("/proc/" + pid + "/stat"));
      } catch (IOException e) {
        return UNKNOWN;
      }
      // The name in parentheses may hold spaces; the state comes next, the start is field 22.
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      String state = fields[0];
      return new Status(Long.parseLong(fields[19]), state.equals("Z") || state.equals("X"));
    }
  }
}
