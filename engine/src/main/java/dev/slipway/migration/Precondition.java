package dev.slipway.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** What must hold of the target when its lock is taken, before anything runs. */
@FunctionalInterface
public interface Precondition {

  /** Nothing is asked. */
  Precondition NONE = connection -> {};

  /**
   * Throws when it does not hold.
   *
   * @param connection the run's own connection, in auto-commit mode; it must be left so
   */
  void check(Connection connection) throws SQLException;
}
