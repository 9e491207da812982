package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Index. */
final class IndexReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
