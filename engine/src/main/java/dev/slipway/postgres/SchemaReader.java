package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Schema. */
final class SchemaReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
