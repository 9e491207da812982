package dev.slipway.error;

import org.jspecify.annotations.Nullable;

/**
 * The one exception of Slipway: a stable code, what was wrong with which value, and the next step.
 *
 * <p>Its texts are shown to the user as they are, so whoever throws it keeps secrets out of them.
 * It is immutable but for what {@link Throwable} itself lets change.
 */
public class SlipwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final String what;
  private final String next;

  /**
   * @param code the stable name of this failure
   * @param what one or more sentences: what was wrong, with which value, where
   * @param next the next step, as an instruction
   */
  public SlipwayException(ErrorCode code, String what, String next) {
    this(code, what, next, null);
  }

  /**
   * @param code the stable name of this failure
   * @param what one or more sentences: what was wrong, with which value, where
   * @param next the next step, as an instruction
   * @param cause what made it fail, for the stack trace only; its text is not shown
   */
  public SlipwayException(ErrorCode code, String what, String next, @Nullable Throwable cause) {
    super(code.slug() + ": " + what + "\n" + next, cause);
    this.code = code;
    this.what = what;
    this.next = next;
  }

  /** The stable name of this failure. */
  public ErrorCode code() {
    return code;
  }

  /** What was wrong, with which value, where. */
  public String what() {
    return what;
  }

  /** The next step, as an instruction. */
  public String next() {
    return next;
  }
}
