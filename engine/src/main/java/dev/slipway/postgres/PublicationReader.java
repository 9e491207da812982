package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Publication. */
final class PublicationReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
