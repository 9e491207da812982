package dev.slipway.shadow;

import dev.slipway.dialect.DatabaseUrl;
import java.sql.Connection;

/**
 * A throw-away database with one open connection; closing it drops the database. Not thread-safe.
 */
public interface ShadowDatabase extends AutoCloseable {

  /** The connection, in auto-commit mode. */
  Connection connection();

  /** Where it is, for whoever needs a connection of their own; a secret. */
  DatabaseUrl url();

  @Override
  void close();
}
