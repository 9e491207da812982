package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind View. */
final class ViewReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
