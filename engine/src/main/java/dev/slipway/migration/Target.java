package dev.slipway.migration;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import java.sql.Connection;
import java.util.function.Function;

/**
 * The database that is read or changed. Immutable; each use opens a connection of its own.
 *
 * @param dialect its engine
 * @param connector opens a connection in auto-commit mode; it is given what the connection is for
 */
public record Target(Dialect dialect, Function<String, Connection> connector) {

  /** The database at an address. */
  public static Target at(Dialect dialect, DatabaseUrl url) {
    return new Target(dialect, purpose -> dialect.connect(url, purpose));
  }

  Connection connect(String purpose) {
    return connector.apply(purpose);
  }
}
