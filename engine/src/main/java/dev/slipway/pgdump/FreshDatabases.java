package dev.slipway.pgdump;

import dev.slipway.dialect.DatabaseUrl;

/** Makes empty databases on the server whose dumps are compared, with its roles. */
@FunctionalInterface
public interface FreshDatabases {

  /** Makes one. */
  Fresh create();

  /** An empty database, dropped when it is closed. */
  interface Fresh extends AutoCloseable {

    /** Where it is. */
    DatabaseUrl url();

    @Override
    void close();
  }
}
