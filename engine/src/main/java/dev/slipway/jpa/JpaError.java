package dev.slipway.jpa;

import dev.slipway.error.ErrorCode;

/** How reading entities can fail. */
public enum JpaError implements ErrorCode {
  /** The class path has no Hibernate that knows Jakarta Persistence. */
  NO_HIBERNATE(Category.CONFIGURATION),
  /** The folder has no entity. */
  NO_ENTITIES(Category.CONFIGURATION),
  /** Hibernate refuses what the entities or settings say. */
  MAPPING_REFUSED(Category.CONFIGURATION),
  /** There is no persistence unit of that name, or one of several has to be named. */
  UNIT_UNCLEAR(Category.CONFIGURATION),
  /** The naming is Spring's, and Spring is not on the class path. */
  NAMING_MISSING(Category.CONFIGURATION),
  /** A class file or {@code persistence.xml} can't be read. */
  ENTITIES_UNREADABLE(Category.FAILED);

  private final Category category;

  JpaError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
