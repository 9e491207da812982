package dev.slipway.verification;

import dev.slipway.error.ErrorCode;

/** How a check can be written wrongly. */
public enum VerificationError implements ErrorCode {
  /** A check says something that is not understood, or expects nothing. */
  BAD_CHECK(Category.CONFIGURATION),
  /** No check has the name that was asked for. */
  NO_SUCH_CHECK(Category.USAGE);

  private final Category category;

  VerificationError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
