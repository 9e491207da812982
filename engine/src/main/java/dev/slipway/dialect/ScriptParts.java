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

  /**
   * The same, which has no rows: a definition says what tables there are, and other tools' files
   * run without them.
   *
   * @param what what it is a part of, as in {@code a definition}
   * @throws ScriptException naming the line of the first statement with rows behind it
   */
  public ScriptParts withoutRows(String what) {
    for (ScriptStatement statement : statements) {
      if (statement.rows() != null) {
        throw new ScriptException(
            ScriptError.COPY_FROM_STDIN,
            statement.line(),
            "rows follow COPY … FROM STDIN, and " + what + " has no place for them.",
            "Move the statement and its rows to the up.sql of a migration (slipway generate"
                + " --empty), or take them out.");
      }
    }
    return this;
  }

  /** Copies the lists. */
  public ScriptParts {
    statements = List.copyOf(statements);
    directives = List.copyOf(directives);
  }
}
