package dev.slipway.e2e.judge;

import java.util.Set;
import java.util.TreeSet;

/** Reasons without the names of a case, so that they can be counted. */
final class Reasons {

  private Reasons() {}

  static Set<String> of(Result result) {
    Set<String> reasons = new TreeSet<>();
    if (result.outcome().endsWith("UNMODELLED_OBJECTS")) {
      result
          .details()
          .lines()
          .filter(line -> line.startsWith("  "))
          .forEach(line -> reasons.add("unmodelled: " + line.strip().replaceAll(" \\S+$", "")));
    } else if (result.reason().startsWith("dump after")) {
      String stage = result.reason().substring(0, result.reason().indexOf(':'));
      for (String title : result.reason().substring(stage.length() + 1).split(", ")) {
        reasons.add(stage + ": " + kind(title.strip()));
      }
    } else {
      reasons.add(
          result.outcome()
              + " "
              + result
                  .reason()
                  .replaceAll("\"[^\"]*\"", "…")
                  .replaceAll("[\\w$\"]+\\.[\\w.$\"(),\\[\\] ]+", "…"));
    }
    return reasons;
  }

  /** The words in capitals that a title begins with. */
  private static String kind(String title) {
    return title.replaceAll("^((?:[A-Z]+ )+).*$", "$1").strip();
  }
}
