package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of a database when it is verified. Nothing of it writes. */
public interface Inspection {

  /**
   * Begins a transaction in which nothing can be written.
   *
   * @param connection the connection
   * @param limit how long a statement may take
   */
  void begin(Connection connection, Duration limit) throws SQLException;

  /**
   * Goes on as somebody else until the transaction ends.
   *
   * @param role the role; null for the one that is connected
   * @param claims what the application would say of its user, as JSON; null for nothing
   */
  void act(Connection connection, @Nullable String role, @Nullable String claims)
      throws SQLException;

  /** Runs a query and tells how the server did it. */
  Explained explain(Connection connection, String query) throws SQLException;

  /**
   * What is there and not in force, a sentence each: indexes that are not valid, or were never
   * built to their end.
   */
  List<String> invalid(Connection connection) throws SQLException;
}
