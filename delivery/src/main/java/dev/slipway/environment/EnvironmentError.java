package dev.slipway.environment;

import dev.slipway.error.ErrorCode;

/** How work on environments can fail. */
public enum EnvironmentError implements ErrorCode {
  /** The list of accepted drift is not what it must be. */
  BAD_DRIFT_FILE(Category.CONFIGURATION),
  /** The list of accepted drift can't be written. */
  DRIFT_FILE_NOT_WRITTEN(Category.FAILED);

  private final Category category;

  EnvironmentError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
