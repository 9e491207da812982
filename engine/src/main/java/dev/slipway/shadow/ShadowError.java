package dev.slipway.shadow;

import dev.slipway.error.ErrorCode;

/** How loading into a shadow can fail. */
public enum ShadowError implements ErrorCode {
  /** The engine refuses a statement of the schema definition, in whatever order it is tried. */
  DEFINITION_REFUSED(Category.CONFIGURATION),
  /** The engine refuses a statement of the prelude. */
  PRELUDE_REFUSED(Category.CONFIGURATION),
  /** The shadow server itself failed. */
  SHADOW_FAILED(Category.FAILED);

  private final Category category;

  ShadowError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
