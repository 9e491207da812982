package dev.slipway.e2e.errors;

import dev.slipway.e2e.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is said with each code, taken from the golden files of cases: those of {@code errors} first,
 * then in the order of their names.
 */
final class Examples {

  /** As printed: to the line that leads to the page. */
  private static final Pattern PRINTED =
      Pattern.compile(
          "^error\\[([a-z0-9-]+)]: .*?^  more: slipway help \\1 [^\\n]*\\n",
          Pattern.MULTILINE | Pattern.DOTALL);

  /** As thrown: the code and what was wrong, and the next step in the last line. */
  private static final Pattern THROWN =
      Pattern.compile(
          "\\A(?:-- there\\nrefused: )?([a-z0-9-]+): (.*?)\\n([^\\n]+)\\n(?:-- back\\n.*)?\\z",
          Pattern.DOTALL);

  private Examples() {}

  /**
   * An example.
   *
   * @param file the golden file
   * @param text as a user reads it
   */
  record Example(Path file, String text) {

    /** The example as it stands in a page. */
    String block() {
      String shown = Project.root().relativize(file).toString().replace('\\', '/');
      return "```text\n" + text + "```\n\nShown by `" + shown + "`.\n\n";
    }
  }

  static Map<String, Example> all() {
    var examples = new LinkedHashMap<String, Example>();
    try {
      for (Path file : goldenFiles()) {
        String text = Files.readString(file);
        if (file.endsWith("expected.err") || text.startsWith("error[")) {
          Matcher printed = PRINTED.matcher(text);
          while (printed.find()) {
            examples.putIfAbsent(printed.group(1), new Example(file, stable(printed.group())));
          }
        } else {
          Matcher thrown = THROWN.matcher(text);
          if (thrown.find()) {
            examples.putIfAbsent(thrown.group(1), new Example(file, stable(asPrinted(thrown))));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return examples;
  }

  private static String asPrinted(Matcher thrown) {
    String slug = thrown.group(1);
    return "error[%s]: %s\n  next: %s\n  more: slipway help %s (docs/errors/%s.md)\n"
        .formatted(slug, thrown.group(2), thrown.group(3), slug, slug);
  }

  /** Names instead of what stands for them in golden files. */
  private static String stable(String text) {
    return text.replace("@PROJECT@/", "")
        .replace("@PROJECT@", "/home/me/shop")
        .replace("@FOLDER@", "/home/me/shop")
        .replace("@PORT@", "5432")
        .replace("@POSITION@", "0/5000028")
        .replace("@TIME@", "2026-11-21 10:15:00")
        .replace("@WHO@", "me@laptop")
        .replace("@MS@", "10000")
        .replace("@VERSION@", "0.1.0")
        .replace("@SHA256@", "56" + "0".repeat(62));
  }

  private static List<Path> goldenFiles() throws IOException {
    var first = new ArrayList<Path>();
    var second = new ArrayList<Path>();
    try (Stream<Path> modules = Files.list(Project.root())) {
      for (Path module : modules.sorted().toList()) {
        Path cases = module.resolve("src/test/cases");
        if (Files.isDirectory(cases)) {
          try (Stream<Path> files = Files.walk(cases)) {
            files
                .filter(Examples::isGolden)
                .sorted()
                .forEach(file -> (isOfErrors(cases, file) ? first : second).add(file));
          }
        }
      }
    }
    first.addAll(second);
    return first;
  }

  private static boolean isOfErrors(Path cases, Path file) {
    return cases.relativize(file).startsWith("errors");
  }

  private static boolean isGolden(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals("expected.err")
        || name.equals("expected.txt")
        || name.equals("refused.txt")
        || name.equals("refusal.txt")
        || (name.endsWith(".txt")
            && !name.equals("owed.txt")
            && file.resolveSibling("").endsWith("errors"));
  }
}
