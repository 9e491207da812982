package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What is asked of a running server to see how it does. Nothing of it writes. */
public interface Vitals {

  /**
   * How it does now.
   *
   * @param connection a connection in auto-commit mode
   * @param waiting how long a session waits for a lock until it is counted
   */
  VitalSigns signs(Connection connection, Duration waiting) throws SQLException;

  /**
   * What its queries and changes of rows have cost so far; statements of other kinds are left out,
   * since their values stand in their text.
   *
   * @param connection a connection in auto-commit mode
   */
  WorkDone work(Connection connection) throws SQLException;
}
