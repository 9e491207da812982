package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case folder as evidence: what the steps of its plan do to which kinds, as its golden file says.
 *
 * @param name its path below the folder of all cases
 * @param steps the steps of its plan; empty where its golden file does not tell them
 * @param text everything it says in SQL
 * @param leadsBack whether its plan has a way back
 */
record CoverageCase(String name, List<Step> steps, String text, boolean leadsBack) {

  private static final Path CASES = Path.of("src/test/cases");
  private static final Pattern SUMMARY = Pattern.compile("(?m)^-- \\d+\\. (\\w+) (.*)$");
  private static final String WAY_BACK = "\n-- the way back\n";

  /** How messages name what is said about others; everything else begins with its kind's words. */
  private static final Map<String, Kind> WORDS_OF_FACTS =
      Map.of(
          "grant to ", Kind.GRANT,
          "default of column ", Kind.COLUMN_DEFAULT,
          "owner of sequence ", Kind.SEQUENCE_OWNER,
          "cast of ", Kind.CAST);

  /**
   * What one step does.
   *
   * @param verb {@code create}, {@code alter}, {@code drop} or {@code rename}
   * @param kind to which kind of object
   * @param subject the object as messages name it
   */
  record Step(String verb, Kind kind, String subject) {}

  /** Every case that is run forth and back on real servers, in order. */
  static List<CoverageCase> all() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(Files::isDirectory)
          .filter(folder -> {
            String name = CASES.relativize(folder).toString();
            return name.matches("plan/[^/]+/[^/]+|(kinds|labels|alterations|tables)/[^/]+");
          })
          .sorted()
          .map(CoverageCase::read)
          .toList();
    }
  }

  private static CoverageCase read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      String text =
          files
              .filter(file -> file.toString().endsWith(".sql") || file.endsWith("plan.txt"))
              .sorted(Comparator.comparing(Path::toString))
              .map(CoverageCase::textOf)
              .collect(Collectors.joining("\n"));
      String plan = textOf(folder.resolve("plan.txt"));
      int back = plan.indexOf(WAY_BACK);
      return new CoverageCase(
          CASES.relativize(folder).toString(),
          steps(plan),
          text,
          back >= 0 && !plan.substring(back + WAY_BACK.length()).isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textOf(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Step> steps(String plan) {
    List<Step> steps = new ArrayList<>();
    Matcher summary = SUMMARY.matcher(plan);
    while (summary.find()) {
      Kind kind = kindOf(summary.group(2));
      if (kind != null) {
        steps.add(new Step(summary.group(1), kind, summary.group(2)));
      }
    }
    return steps;
  }

  private static @Nullable Kind kindOf(String subject) {
    for (Map.Entry<String, Kind> fact : WORDS_OF_FACTS.entrySet()) {
      if (subject.startsWith(fact.getKey())) {
        return fact.getValue();
      }
    }
    return Stream.of(Kind.values())
        .filter(kind -> subject.startsWith(kind.words() + " "))
        .max(Comparator.comparingInt(kind -> kind.words().length()))
        .orElse(null);
  }

  /** Whether a step of the plan does it to an object of the kind. */
  boolean does(String verb, Kind kind) {
    return steps.stream().anyMatch(step -> step.kind == kind && step.verb.equals(verb));
  }

  /** Whether it is named after the kind, be its plan empty. */
  boolean isOf(Kind kind) {
    return name.startsWith(area(kind));
  }

  private static String area(Kind kind) {
    return "plan/" + kind.words().replace(' ', '_') + "/";
  }

  /** Whether an object of the kind is in the plan at all. */
  boolean has(Kind kind) {
    return steps.stream().anyMatch(step -> step.kind == kind);
  }

  /** Whether the plan drops an object of the kind and creates it again. */
  boolean recreates(Kind kind) {
    Set<String> dropped = new HashSet<>();
    for (Step step : steps) {
      if (step.kind == kind && step.verb.equals("drop")) {
        dropped.add(step.subject);
      } else if (step.verb.equals("create") && dropped.contains(step.subject)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an object of the kind goes for good. */
  boolean drops(Kind kind) {
    return steps.stream()
        .filter(step -> step.kind == kind && step.verb.equals("drop"))
        .anyMatch(step -> !steps.contains(new Step("create", kind, step.subject)));
  }

  /** Whether the plan creates a fact, such as a comment, about an object of the kind. */
  boolean says(Kind fact, Kind about) {
    String words = (fact == Kind.COMMENT ? "comment on " : " on ") + about.words() + " ";
    return steps.stream()
        .filter(step -> step.kind == fact && step.verb.equals("create"))
        .map(step -> step.subject)
        .anyMatch(subject -> subject.contains(words) && kindOf(about(subject)) == about);
  }

  private static String about(String subject) {
    return subject.substring(subject.indexOf(" on ") + " on ".length());
  }

  /** The first case that shows it, those that are named after the kind before all others. */
  static Optional<CoverageCase> first(
      List<CoverageCase> cases, Kind kind, Predicate<CoverageCase> shows) {
    return cases.stream()
        .filter(shows)
        .min(Comparator.comparing((CoverageCase found) -> !found.isOf(kind)));
  }
}
