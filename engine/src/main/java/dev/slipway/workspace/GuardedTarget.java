package dev.slipway.workspace;

import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Target;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An environment's database, each connection to which is checked before it is used. */
final class GuardedTarget {

  private GuardedTarget() {}

  static Target of(
      Dialect dialect,
      DatabaseUrl url,
      EnvironmentGuard guard,
      EnvironmentConfiguration environment,
      Access access) {
    return new Target(
        dialect,
        purpose -> {
          Connection connection = dialect.connect(url, purpose);
          boolean isRight = false;
          try {
            requireReadable(dialect, connection, environment, access);
            guard.check(connection, environment, access);
            isRight = true;
            return connection;
          } finally {
            if (!isRight) {
              close(connection);
            }
          }
        });
  }

  /** A login of its own that may not read is told once and in full, whatever would fail first. */
  private static void requireReadable(
      Dialect dialect, Connection connection, EnvironmentConfiguration environment, Access access) {
    if (access != Access.READ || !environment.logins().apart()) {
      return;
    }
    try {
      List<String> grants = dialect.sessions().grantsToRead(connection);
      if (!grants.isEmpty()) {
        throw new SlipwayException(
            WorkspaceError.READER_WITHOUT_RIGHT,
            "What only looks at "
                + environment.name()
                + " does so as "
                + dialect.sessions().login(connection).role()
                + ", which may not read Slipway's own tables there.",
            "As their owner: " + String.join("; ", grants) + ".");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("asking what a role may do failed", e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }
}
