package dev.slipway.stamp;

import dev.slipway.error.ErrorCode;

/** How a database can be another than the one that is meant. */
public enum StampError implements ErrorCode {
  /** The database says that it is another environment. */
  WRONG_ENVIRONMENT(Category.REFUSED),
  /** Nothing says what the database is. */
  UNSTAMPED(Category.REFUSED),
  /** The stamp was given to another database, of which this is a copy. */
  DATABASE_COPIED(Category.REFUSED),
  /** There is a stamp already, and it was not said that it goes. */
  STAMPED_ALREADY(Category.REFUSED),
  /** The database has tables, so that it can't be stamped by the way. */
  NOT_EMPTY(Category.REFUSED),
  /** The stamp is there, and the server does not let it be read. */
  STAMP_UNREADABLE(Category.FAILED),
  /** The server does not let the stamp be written. */
  STAMP_NOT_WRITTEN(Category.FAILED);

  private final Category category;

  StampError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
