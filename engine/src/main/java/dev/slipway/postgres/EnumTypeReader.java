package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind EnumType. */
final class EnumTypeReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
