package dev.slipway.source;

import dev.slipway.error.ErrorCode;

/** How reading a source can fail. */
public enum SourceError implements ErrorCode {
  /** The address has no form that is known. */
  UNKNOWN_SOURCE(Category.USAGE),
  /** A source is listed beside others and can only stand alone. */
  NO_PART(Category.CONFIGURATION),
  /** The path does not exist. */
  SOURCE_MISSING(Category.CONFIGURATION),
  /** The path holds nothing that defines anything. */
  SOURCE_EMPTY(Category.CONFIGURATION),
  /** A definition class can't be loaded. */
  DEFINITION_NOT_LOADABLE(Category.CONFIGURATION),
  /** Two definitions have the same table. */
  TABLE_DEFINED_TWICE(Category.CONFIGURATION),
  /** A foreign key points at a table that is not part of the definition. */
  FOREIGN_KEY_TO_NOTHING(Category.CONFIGURATION),
  /** A {@code -- slipway:} comment of a definition is not understood. */
  BAD_DIRECTIVE(Category.CONFIGURATION),
  /** A file can't be read. */
  UNREADABLE_FILE(Category.FAILED);

  private final Category category;

  SourceError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
