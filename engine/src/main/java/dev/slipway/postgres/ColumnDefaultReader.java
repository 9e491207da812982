package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind ColumnDefault. */
final class ColumnDefaultReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
