package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Policy. */
final class PolicyReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
