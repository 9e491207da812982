package dev.slipway.e2e.hazards;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two tools say of a script.
 *
 * @param lint the case
 * @param found the codes that Slipway has for it, and that mean what the other tool's rule does
 * @param refusals what the server refused of it
 */
record LintVerdict(LintCase lint, Set<String> found, List<String> refusals) {

  static LintVerdict of(LintCase lint, Set<String> codes, List<String> refusals) {
    Set<String> found = new TreeSet<>(codes);
    boolean isRefused = codes.contains(LintRules.REFUSED);
    found.retainAll(LintRules.meaning(lint.rule()));
    if (isRefused) {
      found.add(LintRules.REFUSED);
    }
    return new LintVerdict(lint, found, List.copyOf(refusals));
  }

  boolean agrees() {
    return found.isEmpty() != lint.isUnsafe();
  }

  /**
   * Why the verdicts can't be compared, whether they agree or not; empty where they can.
   *
   * @param oldest the oldest major version that Slipway works with
   */
  String apart(int oldest) {
    if (lint.version() > 0 && lint.version() < oldest) {
      return "It is about version %d; Slipway works with %d and later."
          .formatted(lint.version(), oldest);
    }
    return found.contains(LintRules.REFUSED)
        ? "The server refuses it whatever is there: " + refusals.getFirst()
        : "";
  }

  /** Why they disagree; empty when nobody has said so, and a word when they agree. */
  String reason() {
    return agrees() ? "agrees" : LintRules.reason(lint);
  }
}
