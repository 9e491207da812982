package dev.slipway.dialect;

import dev.slipway.error.ErrorCode;

/** How a script can be refused before anything of it runs. */
public enum ScriptError implements ErrorCode {
  /** A literal, quoted name or comment does not end. */
  UNTERMINATED_SCRIPT,
  /** A command of a terminal program stands in the script, such as {@code \connect}. */
  CLIENT_COMMAND,
  /** Rows that {@code COPY … FROM STDIN} reads have no end, or no place where they stand. */
  COPY_FROM_STDIN;

  @Override
  public Category category() {
    return Category.FAILED;
  }
}
