package dev.slipway.foreign;

import dev.slipway.error.ErrorCode;

/** How reading the migrations of another tool can fail. */
public enum ForeignError implements ErrorCode {
  /** Several tools could have made the folder, or one file is none of the tool's. */
  FOREIGN_UNCLEAR(Category.CONFIGURATION),
  /** A migration is no SQL, or one that the order names is missing. */
  FOREIGN_INCOMPLETE(Category.CONFIGURATION);

  private final Category category;

  ForeignError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
