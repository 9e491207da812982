package dev.slipway.backup;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Objects;

/**
 * The catalog of what {@code pg_dump} copied or {@code pg_restore} made: what Slipway does not
 * model may be there, and is told in words.
 */
final class DumpedCatalog {

  private static final Scope SCOPE = BackupWriter.WHOLE.allowing(Names.of(List.of("*")));

  private DumpedCatalog() {}

  /** As the role of a connection sees it. */
  static Catalog read(Dialect dialect, Connection connection) throws SQLException {
    return dialect.introspect(connection, SCOPE);
  }

  /**
   * As a role sees it, since an owner is told only where it is another one than who reads. Where it
   * can't be taken, as the connection's role sees it.
   *
   * @param role who took the dump
   * @param connection a connection with a transaction that is open
   */
  static Catalog readAs(String role, Dialect dialect, Connection connection) throws SQLException {
    Savepoint before = connection.setSavepoint();
    String own = setting(connection, "select pg_catalog.current_setting('role'), ?", role);
    try {
      setting(connection, "select pg_catalog.set_config('role', ?, true)", role);
    } catch (SQLException e) {
      connection.rollback(before);
      return read(dialect, connection);
    }
    try {
      return read(dialect, connection);
    } finally {
      setting(connection, "select pg_catalog.set_config('role', ?, true)", own);
    }
  }

  private static String setting(Connection connection, String sql, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Objects.requireNonNullElse(row.getString(1), "none");
      }
    }
  }
}
