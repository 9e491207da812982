package dev.slipway.e2e.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run came to, as it goes on and as files at its end. Thread-safe. */
final class Report {

  private static final int STEP = 50;
  private static final int LONGEST_REASON = 300;

  private final Path folder;
  private final long start = System.nanoTime();
  private final Map<String, List<Result>> suites = new TreeMap<>();
  private int expected;
  private int done;

  Report(Path folder) {
    this.folder = folder;
  }

  synchronized void expect(int cases) {
    expected = cases;
  }

  synchronized void add(String suite, List<Result> results) {
    suites.computeIfAbsent(suite, key -> new ArrayList<>()).addAll(results);
    done++;
    if (done % STEP == 0 || done == expected) {
      System.out.printf(
          "judged %d of %d cases in %d s: %s%n", done, expected, seconds(), counts(all()));
    }
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  private List<Result> all() {
    return suites.values().stream().flatMap(List::stream).toList();
  }

  /** The results by suite, in order. */
  synchronized Map<String, List<Result>> results() {
    suites.values().forEach(results -> results.sort(Comparator.comparing(Result::subject)));
    return suites;
  }

  /** What is wrong, a line each. */
  synchronized List<String> wrong() {
    return all().stream()
        .filter(result -> result.outcome().equals(Result.WRONG))
        .map(result -> result.line() + ": " + result.reason())
        .toList();
  }

  private static Map<String, Integer> counts(List<Result> results) {
    Map<String, Integer> counts = new TreeMap<>();
    results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
    return counts;
  }

  /**
   * Writes {@code results.txt}, {@code summary.txt} and a file for each case that does not pass.
   */
  synchronized void write() throws IOException {
    Path failures = folder.resolve("failures");
    delete(failures);
    var lines = new StringBuilder();
    for (Map.Entry<String, List<Result>> suite : results().entrySet()) {
      for (Result result : suite.getValue()) {
        lines.append(suite.getKey()).append('/').append(result.line());
        if (!result.reason().isEmpty()) {
          lines.append('\t').append(shortened(result.reason()));
        }
        lines.append('\n');
        if (!result.passes()) {
          Path file = failures.resolve(suite.getKey()).resolve(fileName(result.subject()));
          Files.createDirectories(file.getParent());
          Files.writeString(
              file, result.line() + "\n" + result.reason() + "\n\n" + result.details() + "\n");
        }
      }
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("results.txt"), lines);
    Files.writeString(folder.resolve("summary.txt"), summary());
  }

  private static String fileName(String subject) {
    return subject.replaceAll("[^A-Za-z0-9_.,>-]", "_") + ".txt";
  }

  private static String shortened(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Counts per suite, then the reasons by how often they occur. */
  private String summary() {
    var text = new StringBuilder();
    suites.forEach(
        (suite, results) -> text.append(suite).append(' ').append(counts(results)).append('\n'));
    text.append("all ").append(counts(all())).append(" in ").append(seconds()).append(" s\n\n");
    Map<String, Integer> reasons = new TreeMap<>();
    for (Result result : all()) {
      if (!result.passes()) {
        Reasons.of(result).forEach(reason -> reasons.merge(reason, 1, Integer::sum));
      }
    }
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(reason ->
            text.append(reason.getValue()).append('\t').append(reason.getKey()).append('\n'));
    return text.toString();
  }
}
