package dev.slipway.testing;

import dev.slipway.error.ErrorCode;

/** The ways in which a database for a test cannot be made, beside those of the server itself. */
public enum TestingError implements ErrorCode {
  /** There is no {@code slipway.yml} whose migrations could be applied. */
  TEST_PROJECT_MISSING(Category.CONFIGURATION),
  /** A script is not on the class path. */
  TEST_SCRIPT_MISSING(Category.CONFIGURATION),
  /** A statement of a script failed. */
  TEST_SCRIPT_REFUSED(Category.FAILED),
  /** A preparation failed, or could not be made. */
  TEST_PREPARATION_FAILED(Category.FAILED);

  private final Category category;

  TestingError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
