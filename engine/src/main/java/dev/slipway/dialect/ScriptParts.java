package dev.slipway.dialect;

import java.util.List;

/**
 * A script cut into what runs and what is said to Slipway.
 *
 * @param statements the statements in their order
 * @param directives the directives in their order
 * @param content the script without comments and with white space folded, literals untouched and
 *     directives kept, but for those that may be added later: two scripts of equal content do the
 *     same
 */
public record ScriptParts(
    List<ScriptStatement> statements, List<Directive> directives, String content) {

  /** Copies the lists. */
  public ScriptParts {
    statements = List.copyOf(statements);
    directives = List.copyOf(directives);
  }
}
