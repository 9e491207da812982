package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads objects of the kind PublicationMember. */
final class PublicationMemberReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {}
}
