package dev.slipway.postgres;

import dev.slipway.error.ErrorCode;

/** How the tables of a definition can contradict each other. */
public enum DefinitionConflict implements ErrorCode {
  /** Two types of one name differ: in the values of an enum, or the attributes of a record. */
  TYPE_DEFINED_TWICE;

  @Override
  public Category category() {
    return Category.CONFIGURATION;
  }
}
