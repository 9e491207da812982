package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind Constraint. */
final class ConstraintReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
