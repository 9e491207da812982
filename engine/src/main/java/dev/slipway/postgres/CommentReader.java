package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Comment. */
final class CommentReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
