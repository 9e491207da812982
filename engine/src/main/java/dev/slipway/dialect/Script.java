package dev.slipway.dialect;

import java.util.List;

/**
 * Statements that are loaded in their own order, with the place they come from.
 *
 * @param origin the file or definition as it is shown in messages: {@code schema/functions.sql},
 *     {@code table todo (app.Todo)}
 * @param statements the statements
 * @param directives what is said to Slipway in it
 */
public record Script(String origin, List<ScriptStatement> statements, List<Directive> directives) {

  /** Copies the lists. */
  public Script {
    statements = List.copyOf(statements);
    directives = List.copyOf(directives);
  }

  /** A script that says nothing to Slipway. */
  public Script(String origin, List<ScriptStatement> statements) {
    this(origin, statements, List.of());
  }

  /** A script of generated statements, which have no place in a file. */
  public static Script of(String origin, List<String> statements) {
    return new Script(
        origin, statements.stream().map(sql -> new ScriptStatement(sql, 0, 0)).toList());
  }
}
