package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Sequence. */
final class SequenceReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
