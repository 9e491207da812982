package dev.slipway.shadow;

import java.sql.Connection;

/**
 * A throw-away database with one open connection; closing it drops the database. Not thread-safe.
 */
public interface ShadowDatabase extends AutoCloseable {

  /** The connection, in auto-commit mode. */
  Connection connection();

  @Override
  void close();
}
