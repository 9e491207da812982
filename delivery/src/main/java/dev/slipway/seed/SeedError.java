package dev.slipway.seed;

import dev.slipway.error.ErrorCode;

/** How writing seeds can fail. */
public enum SeedError implements ErrorCode {
  /** There is no file of seeds. */
  NO_SEED(Category.CONFIGURATION),
  /** A file is written wrongly. */
  BAD_SEED(Category.CONFIGURATION),
  /** The environment is protected, and no file says that it is for it. */
  SEED_PROTECTED(Category.REFUSED),
  /** The server refused a statement. */
  SEED_FAILED(Category.FAILED);

  private final Category category;

  SeedError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
