package dev.slipway.error;

/**
 * A stable name for one way in which something fails, such as {@code unknown-key}.
 *
 * <p>Each module has one enum of its own codes. A code never changes its name or category once it
 * was released: scripts compare it.
 */
public interface ErrorCode {

  /** The name of the enum constant, such as {@code UNKNOWN_KEY}. */
  String name();

  /** What kind of failure this is; it decides the exit code. */
  Category category();

  /** The code as it is shown and documented: lower case, words joined by hyphens. */
  default String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The kinds of failure that a caller tells apart. */
  enum Category {
    /** The work was tried and failed, or a question stayed unanswered. */
    FAILED,
    /** A rule refused the work before anything ran. */
    REFUSED,
    /** The command line is wrong. */
    USAGE,
    /** The configuration or the environment of the process is wrong. */
    CONFIGURATION
  }
}
