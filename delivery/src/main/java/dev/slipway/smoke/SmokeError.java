package dev.slipway.smoke;

import dev.slipway.error.ErrorCode;

/** How smoke checks can be of no use. */
public enum SmokeError implements ErrorCode {
  /** There is nothing that could be done in the environment, so that nothing could fail. */
  NO_SMOKE_CHECK(Category.CONFIGURATION);

  private final Category category;

  SmokeError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
