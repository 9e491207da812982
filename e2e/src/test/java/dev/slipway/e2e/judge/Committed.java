package dev.slipway.e2e.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results that were committed: a line a case and direction in a file a suite. A case that
 * passed must pass; whatever else changed is written with {@code -Dgolden.update=true}.
 *
 * @param folder where they are
 */
record Committed(Path folder) {

  static final Path FOLDER = Path.of("src/test/resources/judge");

  private static final String SUFFIX = ".txt";

  /** The cases that did better before, after writing what is better now where that is wanted. */
  List<String> regressions(Report report) throws IOException {
    List<String> regressions = new ArrayList<>();
    for (Map.Entry<String, List<Result>> suite : report.results().entrySet()) {
      Path file = folder.resolve(suite.getKey() + SUFFIX);
      Map<String, String> known = read(file);
      for (Result result : suite.getValue()) {
        String before = known.get(result.subject());
        if (before != null && before.startsWith(Result.CONVERGED) && !result.passes()) {
          regressions.add(
              suite.getKey() + "/" + result.line() + " (was " + before + "): " + result.reason());
        } else if (before == null && !result.passes() && !isUpdate()) {
          regressions.add(
              suite.getKey() + "/" + result.line() + " (not listed): " + result.reason());
        }
        known.put(result.subject(), result.outcome());
      }
      if (isUpdate()) {
        write(file, known);
      }
    }
    if (isUpdate()) {
      Files.writeString(folder.resolve("README.md"), summary());
    }
    return isUpdate() ? List.of() : regressions;
  }

  /** How many directions of each list came to what. */
  private String summary() throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
    var text =
        new StringBuilder(
            "# What the corpus came to\n\n"
                + "Written by `mvn verify -Pcorpus -Dgolden.update=true`: a line a case and"
                + " direction in each list, counted here.\n\n"
                + "| list | converged | (column order) | refused by name | wrong | not loaded |\n"
                + "| --- | --: | --: | --: | --: | --: |\n");
    int[] all = new int[5];
    for (Path file : files) {
      int[] counts = counts(read(file).values());
      for (int i = 0; i < counts.length; i++) {
        all[i] += counts[i];
      }
      text.append(row(String.valueOf(file.getFileName()).replace(SUFFIX, ""), counts));
    }
    return text.append(row("**all**", all)).toString();
  }

  private static String row(String name, int[] counts) {
    return "| "
        + name
        + Arrays.stream(counts).mapToObj(count -> " | " + count).collect(Collectors.joining())
        + " |\n";
  }

  private static int[] counts(Collection<String> outcomes) {
    int[] counts = new int[5];
    for (String outcome : outcomes) {
      int place =
          switch (outcome) {
            case Result.CONVERGED -> 0;
            case Result.COLUMN_ORDER -> 1;
            case Result.WRONG -> 3;
            case Result.NOT_LOADED -> 4;
            default -> 2;
          };
      counts[place]++;
    }
    return counts;
  }

  private static boolean isUpdate() {
    return Boolean.getBoolean("golden.update");
  }

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> known = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        known.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return known;
  }

  private static void write(Path file, Map<String, String> known) throws IOException {
    var text = new StringBuilder();
    known.forEach(
        (subject, outcome) -> text.append(subject).append('\t').append(outcome).append('\n'));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
