package dev.slipway.cli.output;

import dev.slipway.error.ErrorCode;

/** What the process ends with. A released number never changes its meaning. */
public enum ExitCode {
  /** Everything that was asked for is done. */
  DONE(0, "Everything that was asked for is done."),
  /** The command worked, and found something. */
  DIFFERENCES(
      1, "The command worked and found something: two sources differ, a check has findings."),
  /** The work was tried and failed, or a question stayed unanswered. */
  FAILED(2, "The work was tried and failed, or a question stayed unanswered."),
  /** A rule refused the work before anything ran. */
  REFUSED(3, "A rule refused the work before anything ran."),
  /** The command line is wrong. */
  USAGE(64, "The command line is wrong."),
  /** The configuration or the environment of the process is wrong. */
  CONFIGURATION(78, "The configuration, the schema definition or the environment is wrong.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number that a shell sees. */
  public int number() {
    return number;
  }

  /** What it says, as a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The exit code of a kind of failure. */
  public static ExitCode of(ErrorCode.Category category) {
    return switch (category) {
      case FAILED -> FAILED;
      case REFUSED -> REFUSED;
      case USAGE -> USAGE;
      case CONFIGURATION -> CONFIGURATION;
    };
  }
}
