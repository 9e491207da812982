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

  /** Why they disagree; empty when nobody has said so, and a word when they agree. */
  String reason() {
    return agrees() ? "agrees" : LintRules.reason(lint);
  }
}
