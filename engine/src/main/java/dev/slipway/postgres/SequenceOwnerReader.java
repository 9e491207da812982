package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind SequenceOwner. */
final class SequenceOwnerReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
