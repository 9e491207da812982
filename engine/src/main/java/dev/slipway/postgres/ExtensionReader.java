package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Extension. */
final class ExtensionReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
