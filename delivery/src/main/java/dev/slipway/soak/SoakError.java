package dev.slipway.soak;

import dev.slipway.error.ErrorCode;

/** Why load is not sent. */
public enum SoakError implements ErrorCode {
  /** The environment is protected: load belongs elsewhere. */
  SOAK_PROTECTED(Category.REFUSED),
  /** There is no such scenario. */
  NO_SCENARIO(Category.USAGE);

  private final Category category;

  SoakError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
