package dev.slipway.compiler;

import dev.slipway.error.ErrorCode;

/** How compiling a definition can fail. */
public enum CompilerError implements ErrorCode {
  /** The Java that runs Slipway has no compiler. */
  NO_COMPILER(Category.CONFIGURATION),
  /** The compiler refuses the sources. */
  NOT_COMPILED(Category.CONFIGURATION),
  /** Sources can't be read, or classes can't be written. */
  SOURCES_UNREADABLE(Category.FAILED);

  private final Category category;

  CompilerError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
