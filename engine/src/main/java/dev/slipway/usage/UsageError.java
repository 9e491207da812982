package dev.slipway.usage;

import dev.slipway.error.ErrorCode;

/** How reading an application's classes can fail. */
public enum UsageError implements ErrorCode {
  /** There is no such jar or folder, or nothing in it is a class. */
  CLASSES_MISSING(Category.USAGE),
  /** A jar or a class file can't be read. */
  CLASSES_UNREADABLE(Category.FAILED);

  private final Category category;

  UsageError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
