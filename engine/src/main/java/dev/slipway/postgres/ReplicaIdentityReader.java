package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind ReplicaIdentity. */
final class ReplicaIdentityReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
