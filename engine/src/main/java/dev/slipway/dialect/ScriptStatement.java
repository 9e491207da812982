package dev.slipway.dialect;

import org.jspecify.annotations.Nullable;

/**
 * One statement of a script.
 *
 * @param sql the statement as it is written, without the comments and white space around it and
 *     without a final semicolon
 * @param line the line of the script on which it begins, from 1
 * @param offset the place in the script of its first character, from 0
 * @param rows the lines behind it that it reads, as {@code COPY … FROM STDIN} does, without the one
 *     that ends them; null for any other statement
 */
public record ScriptStatement(String sql, int line, int offset, @Nullable String rows) {

  /** The statement as a script of its own, with its rows. */
  public String script() {
    return rows == null ? sql : sql + ";\n" + rows + "\\.\n";
  }

  /** One without rows behind it. */
  public ScriptStatement(String sql, int line, int offset) {
    this(sql, line, offset, null);
  }
}
