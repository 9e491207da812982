package dev.slipway.migration;

import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptParts;

/** Which statement a directive speaks of. */
final class Directives {

  private Directives() {}

  /** The statement that begins behind a directive, from 0; -1 when there is none. */
  static int statementAfter(ScriptParts parts, Directive directive) {
    int low = 0;
    int high = parts.statements().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (parts.statements().get(middle).line() > directive.line()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == parts.statements().size() ? -1 : low;
  }
}
