package dev.slipway.pull;

import dev.slipway.error.ErrorCode;

/** How a database can't become a definition. */
public enum PullError implements ErrorCode {
  /** What was written leads to another schema than the database has. */
  PULL_DIFFERS(Category.FAILED),
  /** The database has nothing to be written. */
  NOTHING_TO_PULL(Category.FAILED),
  /** A file that would be written is there already. */
  FILE_IN_THE_WAY(Category.REFUSED),
  /** A change of the database has no safe place in the sources. */
  UPDATE_UNPLACED(Category.FAILED),
  /** The definition is no folder of Java sources. */
  UPDATE_NEEDS_SOURCES(Category.CONFIGURATION),
  /** The package is no name of Java. */
  BAD_PACKAGE(Category.USAGE),
  /** A file can't be written. */
  PULL_UNWRITABLE(Category.FAILED);

  private final Category category;

  PullError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
