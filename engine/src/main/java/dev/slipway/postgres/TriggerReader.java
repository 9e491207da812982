package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Trigger. */
final class TriggerReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
