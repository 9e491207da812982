package dev.slipway.postgres;

import java.sql.SQLException;

/** Reads the objects of one kind from the system catalogs with a fixed number of queries. */
interface ObjectReader {

  /**
   * Adds every object of the kind that is in scope.
   *
   * @param reading what was read so far, and the connection
   */
  void read(Reading reading) throws SQLException;
}
