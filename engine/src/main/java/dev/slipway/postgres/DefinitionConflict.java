package dev.slipway.postgres;

import dev.slipway.error.ErrorCode;

/** How the tables of a definition can contradict each other. */
public enum DefinitionConflict implements ErrorCode {
  /** Two enums of one name have different values. */
  ENUM_DEFINED_TWICE;

  @Override
  public Category category() {
    return Category.CONFIGURATION;
  }
}
