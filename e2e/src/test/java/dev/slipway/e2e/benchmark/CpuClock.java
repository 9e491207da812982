package dev.slipway.e2e.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The time that processors spent on a piece of work, which others on the machine do not disturb as
 * they do a wall clock: of this thread, and of processes that have ended.
 */
final class CpuClock {

  /** What the kernel counts in (proc(5), {@code sysconf(_SC_CLK_TCK)}): fixed on Linux. */
  private static final Duration TICK = Duration.ofMillis(10);

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private CpuClock() {}

  /** Of the current thread. */
  static Duration thread() {
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  /** Of a process that still runs, from what its {@code stat} says. */
  static Duration ofProcess(String stat) {
    return sum(stat, USER, SYSTEM);
  }

  /** Of the ended children of a process: programs of this one's, sessions of a server's. */
  static Duration endedChildrenOf(long process) {
    try {
      Path stat = Path.of("/proc", String.valueOf(process), "stat");
      return sum(Files.readString(stat), CHILDREN_USER, CHILDREN_SYSTEM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command lines of the children of a process; empty when one's end was not noticed yet. */
  static Stream<String> commandsOfChildrenOf(long process) {
    return ProcessHandle.of(process).orElseThrow().children().map(CpuClock::command);
  }

  private static String command(ProcessHandle child) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(child.pid()), "cmdline"));
    } catch (IOException e) {
      return "?";
    }
  }

  /** The fields are counted from the one behind the program's name, which may hold anything. */
  private static Duration sum(String stat, int one, int other) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
    return TICK.multipliedBy(Long.parseLong(fields[one]) + Long.parseLong(fields[other]));
  }
}
