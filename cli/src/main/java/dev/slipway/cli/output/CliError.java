package dev.slipway.cli.output;

import dev.slipway.error.ErrorCode;

/** How a command can fail before or beside its work. */
public enum CliError implements ErrorCode {
  /** There is no command of that name. */
  UNKNOWN_COMMAND(Category.USAGE),
  /** The command has no such option. */
  UNKNOWN_OPTION(Category.USAGE),
  /** An argument is missing, or is not what it must be. */
  BAD_ARGUMENT(Category.USAGE),
  /** A file is there that would be overwritten. */
  FILE_EXISTS(Category.REFUSED),
  /** A question was asked, and nobody answered yes. */
  UNANSWERED(Category.FAILED),
  /** A file or folder cannot be written. */
  CANNOT_WRITE(Category.FAILED),
  /** Something that nobody thought of. */
  INTERNAL_ERROR(Category.FAILED);

  private final Category category;

  CliError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
