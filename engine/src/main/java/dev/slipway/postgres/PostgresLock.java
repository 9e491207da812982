package dev.slipway.postgres;

import dev.slipway.dialect.LockHolder;
import dev.slipway.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/** A session advisory lock (manual, 9.28.10): it is the database's, and goes with the session. */
final class PostgresLock implements MigrationLock {

  /** The first eight bytes of the SHA-256 of "slipway.ledger": the same in every version. */
  static final long LEDGER = 0xbf109c59ea8eb80aL;

  private static final String GRANTED =
      """
       from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select d.oid from pg_catalog.pg_database d
                           where d.datname = pg_catalog.current_database())
        and l.classid::bigint = (?::bigint >> 32) & 4294967295
        and l.objid::bigint = ?::bigint & 4294967295
      """;

  private final long key;

  /**
   * @param key the lock's number, the same for all who are to keep away from each other
   */
  PostgresLock(long key) {
    this.key = key;
  }

  @Override
  public boolean tryTake(Connection connection) throws SQLException {
    return ask(connection, "select pg_catalog.pg_try_advisory_lock(?)");
  }

  @Override
  public void release(Connection connection) throws SQLException {
    ask(connection, "select pg_catalog.pg_advisory_unlock(?)");
  }

  private boolean ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  @Override
  public boolean isHeldBy(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select pg_catalog.count(*) " + GRANTED + " and l.pid = pg_catalog.pg_backend_pid()")) {
      statement.setLong(1, key);
      statement.setLong(2, key);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1) > 0;
      }
    }
  }

  @Override
  public @Nullable LockHolder holder(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select l.pid, a.application_name, a.usename, a.backend_start "
                + GRANTED.replace(
                    "pg_locks l",
                    "pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid"))) {
      statement.setLong(1, key);
      statement.setLong(2, key);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return null;
        }
        Timestamp since = rows.getTimestamp(4);
        return new LockHolder(
            rows.getLong(1),
            orEmpty(rows.getString(2)),
            orEmpty(rows.getString(3)),
            since == null ? null : since.toInstant());
      }
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
