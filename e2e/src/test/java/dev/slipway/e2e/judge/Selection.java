package dev.slipway.e2e.judge;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which cases are run.
 *
 * @param pattern a glob over {@code SUITE/CASE}, {@code *} for all, or {@code @FILE} for those that
 *     a file names, a line each
 * @param sample how many of them at the most
 * @param seed what decides which
 */
record Selection(String pattern, int sample, long seed) {

  /**
   * From properties: {@code judge.cases} for cases and {@code judge.projects} for projects; {@code
   * judge.sample} and {@code judge.seed}.
   */
  static Selection fromProperties(String subjects) {
    return new Selection(
        System.getProperty("judge." + subjects, "*"),
        Integer.getInteger("judge.sample", Integer.MAX_VALUE),
        Long.getLong("judge.seed", 1L));
  }

  /** Those of the subjects that are wanted; each prints as the name that is matched. */
  <T> List<T> of(List<T> subjects) throws IOException {
    Predicate<String> wanted = wanted();
    List<T> selected = new ArrayList<>();
    for (T subject : subjects) {
      if (wanted.test(subject.toString())) {
        selected.add(subject);
      }
    }
    if (selected.isEmpty()) {
      throw new IllegalStateException("Nothing matches " + pattern + ".");
    }
    if (sample < selected.size()) {
      Collections.shuffle(selected, new Random(seed));
      selected.subList(sample, selected.size()).clear();
      selected.sort(Comparator.comparing(Object::toString));
    }
    return selected;
  }

  private Predicate<String> wanted() throws IOException {
    if (pattern.equals("*")) {
      return name -> true;
    }
    if (pattern.startsWith("@")) {
      return Set.copyOf(Files.readAllLines(Path.of(pattern.substring(1))))::contains;
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    return name -> matcher.matches(Path.of(name));
  }
}
