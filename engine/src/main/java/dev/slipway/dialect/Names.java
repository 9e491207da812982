package dev.slipway.dialect;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of names, some of which are patterns: {@code *} stands for any text. Immutable.
 *
 * @param patterns the names and patterns
 */
public record Names(Set<String> patterns) {

  private static final Names NONE = new Names(Set.of());

  /** Copies the patterns, which keep their order. */
  public Names {
    patterns = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(patterns));
  }

  /** No names. */
  public static Names none() {
    return NONE;
  }

  /** Names and patterns. */
  public static Names of(Collection<String> patterns) {
    return new Names(new LinkedHashSet<>(patterns));
  }

  /** Whether a name is one of them. */
  public boolean contains(String name) {
    return patterns.contains(name) || patterns.stream().anyMatch(each -> matches(each, name));
  }

  /** These and others. */
  public Names plus(Names others) {
    var all = new LinkedHashSet<>(patterns);
    all.addAll(others.patterns);
    return new Names(all);
  }

  /**
   * Whether a name fits a pattern.
   *
   * @param pattern the pattern
   * @param name the name
   */
  public static boolean matches(String pattern, String name) {
    List<String> parts = List.of(pattern.split("\\*", -1));
    if (parts.size() == 1) {
      return pattern.equals(name);
    }
    String first = parts.get(0);
    String last = parts.get(parts.size() - 1);
    if (!name.startsWith(first)
        || !name.endsWith(last)
        || name.length() < first.length() + last.length()) {
      return false;
    }
    int from = first.length();
    int to = name.length() - last.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = name.indexOf(part, from);
      if (found < 0 || found + part.length() > to) {
        return false;
      }
      from = found + part.length();
    }
    return true;
  }
}
