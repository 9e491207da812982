package dev.slipway.shadow;

import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Watcher;

/**
 * A server on which throw-away databases are made.
 *
 * <p>Not thread-safe. Closing it drops what is left of its databases; the server itself may stay
 * warm for the next command.
 */
public interface Shadow extends AutoCloseable {

  /** Makes a database that holds nothing but what the platform provides. */
  ShadowDatabase create();

  /**
   * Such a database with an open transaction that is never committed: far cheaper where one
   * transaction is all that is needed.
   */
  ShadowDatabase scratch();

  /** What the platform provides, and catalogs of these databases therefore leave out. */
  Scope scope();

  /** Who is told how far work in it is. */
  default Watcher watcher() {
    return Watcher.NOBODY;
  }

  @Override
  void close();
}
