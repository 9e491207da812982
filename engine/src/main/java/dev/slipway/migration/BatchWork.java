package dev.slipway.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done in Java to the rows of one batch. Used by one thread. */
@FunctionalInterface
public interface BatchWork {

  /**
   * Does it within the open transaction, which it must leave open.
   *
   * @param connection where the transaction is open
   * @param select the query of the rows
   * @return how many rows there were
   * @throws SQLException what the server refused
   * @throws Failure whatever else went wrong
   */
  long run(Connection connection, String select) throws SQLException, Failure;

  /** That it failed by itself, not by the server's word. */
  final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what it was, as a part of a sentence, with the place in the class
     * @param cause what was thrown
     */
    public Failure(String what, Throwable cause) {
      super(what, cause);
    }
  }
}
