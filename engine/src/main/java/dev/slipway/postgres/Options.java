package dev.slipway.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings that the server keeps as {@code name=value}, in the order in which they were given
 * (manual: storage parameters).
 */
final class Options {

  private Options() {}

  /** The clauses of ALTER that turn some options into others; empty when they are the same. */
  static List<String> changes(List<String> before, List<String> after) {
    List<String> names = after.stream().map(Options::name).toList();
    List<String> gone =
        before.stream().map(Options::name).filter(name -> !names.contains(name)).toList();
    List<String> set = after.stream().filter(option -> !before.contains(option)).toList();
    if (!inOrder(before, set, names).equals(after)) {
      set = after;
    }
    var changes = new ArrayList<String>();
    if (!gone.isEmpty()) {
      changes.add("reset (" + String.join(", ", gone) + ")");
    }
    if (!set.isEmpty()) {
      changes.add("set (" + settings(set) + ")");
    }
    return changes;
  }

  /** What the server makes of it: those that are set come last. */
  private static List<String> inOrder(List<String> before, List<String> set, List<String> names) {
    List<String> replaced = set.stream().map(Options::name).toList();
    var all = new ArrayList<String>();
    for (String option : before) {
      if (names.contains(name(option)) && !replaced.contains(name(option))) {
        all.add(option);
      }
    }
    all.addAll(set);
    return all;
  }

  /** Options as they stand within the parentheses behind WITH or SET. */
  static String settings(List<String> options) {
    return options.stream()
        .map(option ->
            name(option) + " = " + Quoting.literal(option.substring(option.indexOf('=') + 1)))
        .collect(Collectors.joining(", "));
  }

  /** The clause behind a definition; empty where there is no option. */
  static String with(List<String> options) {
    return options.isEmpty() ? "" : " with (" + settings(options) + ")";
  }

  /** The server knows every option's name, so none needs quotes. */
  private static String name(String option) {
    return option.substring(0, option.indexOf('='));
  }
}
