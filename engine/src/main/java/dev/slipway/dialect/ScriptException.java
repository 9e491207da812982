package dev.slipway.dialect;

import dev.slipway.error.SlipwayException;
import org.jspecify.annotations.Nullable;

/** The refusal of a script at one of its lines. Whoever knows the script's file adds its name. */
public final class ScriptException extends SlipwayException {

  private static final long serialVersionUID = 1L;

  private final transient ScriptError error;
  private final int line;
  private final String problem;

  /**
   * @param error the stable name of this failure
   * @param line the line of the script, from 1
   * @param problem what is wrong there, as a sentence
   * @param next the next step, as an instruction
   */
  public ScriptException(ScriptError error, int line, String problem, String next) {
    this(error, "line " + line, line, problem, next, null);
  }

  private ScriptException(
      ScriptError error,
      String where,
      int line,
      String problem,
      String next,
      @Nullable Throwable cause) {
    super(error, where + ": " + problem, next, cause);
    this.error = error;
    this.line = line;
    this.problem = problem;
  }

  /** The same refusal with the place as {@code file:line}. */
  public ScriptException in(String file) {
    return new ScriptException(error, file + ":" + line, line, problem, next(), this);
  }

  /** The line of the script, from 1. */
  public int line() {
    return line;
  }
}
