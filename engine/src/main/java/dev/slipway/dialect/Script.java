package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that are loaded in their own order, with the place they come from.
 *
 * @param origin the file or definition as it is shown in messages: {@code schema/functions.sql},
 *     {@code table todo (app.Todo)}
 * @param statements the statements
 * @param directives what is said to Slipway in it
 * @param part what it makes, where it is parts of one table and nothing else; else null
 */
public record Script(
    String origin,
    List<ScriptStatement> statements,
    List<Directive> directives,
    @Nullable OfTable part) {

  /**
   * That a script makes parts of one table alone.
   *
   * @param table the table
   * @param others the tables that it needs beside that one
   */
  public record OfTable(ObjectId table, List<ObjectId> others) {

    /** Copies the list. */
    public OfTable {
      others = List.copyOf(others);
    }
  }

  /** Copies the lists. */
  public Script {
    statements = List.copyOf(statements);
    directives = List.copyOf(directives);
  }

  /** A script that may make anything. */
  public Script(String origin, List<ScriptStatement> statements, List<Directive> directives) {
    this(origin, statements, directives, null);
  }

  /** A script that says nothing to Slipway. */
  public Script(String origin, List<ScriptStatement> statements) {
    this(origin, statements, List.of());
  }

  /** The same script, known to make parts of one table alone. */
  public Script of(OfTable part) {
    return new Script(origin, statements, directives, part);
  }

  /** A script of generated statements, which have no place in a file. */
  public static Script of(String origin, List<String> statements) {
    return new Script(
        origin, statements.stream().map(sql -> new ScriptStatement(sql, 0, 0)).toList());
  }
}
