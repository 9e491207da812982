package dev.slipway.embedded;

import dev.slipway.error.ErrorCode;

/** The ways in which an embedded server fails. */
public enum EmbeddedError implements ErrorCode {
  /** A major version that is not one of 14, 15, 16, 17, 18. */
  POSTGRES_VERSION_UNSUPPORTED(Category.CONFIGURATION),
  /** There are no binaries for this operating system and processor. */
  POSTGRES_PLATFORM_UNSUPPORTED(Category.CONFIGURATION),
  /** The jar with the server's binaries was found nowhere. */
  POSTGRES_BINARIES_MISSING(Category.CONFIGURATION),
  /** The jar with the server's binaries was found and is not what it should be. */
  POSTGRES_BINARIES_BROKEN(Category.CONFIGURATION),
  /** The folder for unpacked binaries and running servers cannot be used. */
  CACHE_UNUSABLE(Category.CONFIGURATION),
  /** A setting of the server that is not the caller's to choose, or no setting at all. */
  SERVER_SETTING_REFUSED(Category.CONFIGURATION),
  /** The process is root, and no way was found to run the server as somebody else. */
  SERVER_REFUSES_ROOT(Category.CONFIGURATION),
  /** The data folder was written by another major version. */
  DATA_VERSION_DIFFERS(Category.CONFIGURATION),
  /** The data folder is in use by a server in another container or on another machine. */
  DATA_IN_USE_ELSEWHERE(Category.CONFIGURATION),
  /** The data folder could not be made. */
  DATA_INITIALIZATION_FAILED(Category.FAILED),
  /** The server did not start. */
  SERVER_START_FAILED(Category.FAILED),
  /** The server did not stop. */
  SERVER_STOP_FAILED(Category.FAILED),
  /** A database could not be created, dropped or listed. */
  DATABASE_FAILED(Category.FAILED);

  private final Category category;

  EmbeddedError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
