package dev.slipway.stamp;

import org.jspecify.annotations.Nullable;

/**
 * Where a database is, by what is not copied with it.
 *
 * @param system the server's system identifier, which {@code initdb} draws (manual: {@code
 *     pg_control_system}); null where the role may not ask for it, or the server does not tell
 * @param database the database's oid
 * @param name the database's name; it is told, and decides nothing
 * @param table the oid of the table that holds the stamp, which stands for the system identifier
 *     where that is not known; 0 where there is no such table
 */
public record DatabasePlace(@Nullable String system, long database, String name, long table) {

  /**
   * Whether both are one database. A promoted replica, and a copy of the server's files, are where
   * their original was: they have its system identifier and its oids.
   */
  public boolean isThat(DatabasePlace other) {
    if (database != other.database) {
      return false;
    }
    return (system == null || other.system == null)
        ? table == other.table
        : system.equals(other.system);
  }
}
