package dev.slipway.dialect;

import dev.slipway.error.ErrorCode;

/** How a script can be refused before anything of it runs. */
public enum ScriptError implements ErrorCode {
  /** A literal, quoted name or comment does not end. */
  UNTERMINATED_SCRIPT,
  /** A command of a terminal program stands in the script, such as {@code \connect}. */
  CLIENT_COMMAND,
  /** Rows follow the statement instead of standing in it: {@code COPY … FROM STDIN}. */
  COPY_FROM_STDIN;

  @Override
  public Category category() {
    return Category.FAILED;
  }
}
