package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Column. */
final class ColumnReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
