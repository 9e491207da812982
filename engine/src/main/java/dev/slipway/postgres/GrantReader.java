package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Grant. */
final class GrantReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
