package dev.slipway.refresh;

import dev.slipway.error.ErrorCode;

/** How bringing rows to an environment can fail. */
public enum RefreshError implements ErrorCode {
  /** Columns look personal, and nobody says what becomes of them. */
  UNMASKED_PERSONAL_DATA(Category.REFUSED),
  /** Rows of a protected environment are never replaced by those of another one. */
  REFRESH_PROTECTED(Category.REFUSED),
  /** The two environments have not the same tables. */
  REFRESH_SCHEMA_DIFFERS(Category.REFUSED),
  /** The masking does not fit the tables. */
  MASKING_WRONG(Category.CONFIGURATION),
  /** The server refused a statement or a row. */
  REFRESH_FAILED(Category.FAILED);

  private final Category category;

  RefreshError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
