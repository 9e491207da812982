package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Table. */
final class TableReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
