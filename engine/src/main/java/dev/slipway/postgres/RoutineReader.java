package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Routine. */
final class RoutineReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
