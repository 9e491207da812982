package dev.slipway.cli.demo;

import dev.slipway.error.ErrorCode;

/** How the demo can fail. */
public enum DemoError implements ErrorCode {
  /** The folder that shall be kept holds something already. */
  FOLDER_NOT_EMPTY(Category.USAGE),
  /** The program runs on a Java without a compiler. */
  NO_COMPILER(Category.CONFIGURATION),
  /** The example does not compile. */
  NOT_COMPILED(Category.FAILED),
  /** A file of the project can't be read or written. */
  FILE_FAILED(Category.FAILED),
  /** A statement of the application that is played failed. */
  ROWS_FAILED(Category.FAILED),
  /** A command ended in another way than the story tells. */
  STEP_FAILED(Category.FAILED),
  /** What the story tells about the rows is not true. */
  ROWS_CHANGED(Category.FAILED),
  /** It was told to end. */
  ENDED_EARLY(Category.FAILED);

  private final Category category;

  DemoError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
