package dev.slipway.e2e.judge;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Which cases are run.
 *
 * @param pattern a glob over {@code SUITE/CASE}, or {@code *} for all
 * @param sample how many of them at the most
 * @param seed what decides which
 */
record Selection(String pattern, int sample, long seed) {

  /** From {@code judge.cases}, {@code judge.sample} and {@code judge.seed}. */
  static Selection fromProperties() {
    return new Selection(
        System.getProperty("judge.cases", "*"),
        Integer.getInteger("judge.sample", Integer.MAX_VALUE),
        Long.getLong("judge.seed", 1L));
  }

  List<Pair> of(List<Pair> pairs) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    List<Pair> selected = new ArrayList<>();
    for (Pair pair : pairs) {
      if (pattern.equals("*") || matcher.matches(Path.of(pair.suite(), pair.name()))) {
        selected.add(pair);
      }
    }
    if (selected.isEmpty()) {
      throw new IllegalStateException("No case matches judge.cases=" + pattern + ".");
    }
    if (sample < selected.size()) {
      Collections.shuffle(selected, new Random(seed));
      selected.subList(sample, selected.size()).clear();
      selected.sort(Comparator.comparing(Pair::toString));
    }
    return selected;
  }
}
