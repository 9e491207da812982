package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The one lock of a target that whoever changes it holds: it belongs to a connection and goes with
 * it, whatever becomes of the process. Stateless and thread-safe.
 */
public interface MigrationLock {

  /** Takes the lock if nobody else holds it, without waiting. */
  boolean tryTake(Connection connection) throws SQLException;

  /** Whether the very session that answers holds the lock. */
  boolean isHeldBy(Connection connection) throws SQLException;

  /** Who holds the lock; null when nobody does. */
  @Nullable LockHolder holder(Connection connection) throws SQLException;

  /** Gives the lock back. */
  void release(Connection connection) throws SQLException;
}
