package dev.slipway.e2e.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that is timed as a whole process, as a user would: from its start to its end.
 *
 * @param name how the table calls it
 * @param folder where it runs
 * @param environment what is added to the environment
 * @param command the program and its arguments
 */
record TimedCommand(
    String name, Path folder, Map<String, String> environment, List<String> command) {

  /** GNU time, which tells what a process took of processors and memory. */
  private static final Path TIME = Path.of("/usr/bin/time");

  /**
   * What was measured.
   *
   * @param median of the runs' times on the wall
   * @param processor of the runs' times on processors, the median; zero where nobody can tell
   * @param peak the largest resident memory of any run, in MiB; 0 where nobody can tell
   */
  record Timing(Duration median, Duration processor, long peak) {}

  /**
   * Runs it several times.
   *
   * @param runs how often
   * @param before what is done before each run, and not timed
   */
  Timing time(int runs, Step before) throws Exception {
    List<Duration> times = new ArrayList<>();
    List<Duration> processor = new ArrayList<>();
    long peak = 0;
    for (int i = 0; i < runs; i++) {
      before.run();
      Path usage = Files.createTempFile("usage", "");
      long began = System.nanoTime();
      run(usage);
      times.add(Duration.ofNanos(System.nanoTime() - began));
      String used = Files.readString(usage).strip();
      String[] words = (used.isEmpty() ? "0 0 0" : used).split(" ");
      double seconds = Double.parseDouble(words[0]) + Double.parseDouble(words[1]);
      processor.add(Duration.ofMillis(Math.round(seconds * 1000)));
      peak = Math.max(peak, Long.parseLong(words[2]) >> 10);
      Files.delete(usage);
    }
    return new Timing(median(times), median(processor), peak);
  }

  private static Duration median(List<Duration> durations) {
    return durations.stream().sorted().skip(durations.size() / 2).findFirst().orElseThrow();
  }

  /** What is done before a run. */
  interface Step {
    void run() throws Exception;
  }

  private void run(Path usage) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    if (Files.isExecutable(TIME)) {
      all.addAll(List.of(TIME.toString(), "-q", "-f", "%U %S %M", "-o", usage.toString()));
    }
    all.addAll(command);
    Path log = Files.createTempFile("log", "");
    var process = new ProcessBuilder(all).directory(folder.toFile());
    process.environment().putAll(environment);
    int exit = process.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(name + " ended with " + exit + ":\n" + Files.readString(log));
    }
    Files.delete(log);
  }
}
