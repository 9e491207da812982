package dev.slipway.pgdump;

import dev.slipway.error.ErrorCode;

/** How observing with PostgreSQL's client programs can fail. */
public enum PgDumpError implements ErrorCode {
  /** The program ended with an error. */
  CLIENT_PROGRAM_FAILED,
  /** The address of the database says more than can be told to a client program. */
  ADDRESS_NOT_FOR_CLIENTS;

  @Override
  public Category category() {
    return Category.FAILED;
  }
}
