package dev.slipway.shadow;

import dev.slipway.dialect.Scope;

/**
 * A server on which throw-away databases are made.
 *
 * <p>Not thread-safe. Closing it drops what is left of its databases; the server itself may stay
 * warm for the next command.
 */
public interface Shadow extends AutoCloseable {

  /** Makes a database that holds nothing but what the platform provides. */
  ShadowDatabase create();

  /** What the platform provides, and catalogs of these databases therefore leave out. */
  Scope scope();

  @Override
  void close();
}
