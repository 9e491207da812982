package dev.slipway.workspace;

import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.migration.Target;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.sql.Connection;
import java.sql.SQLException;

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

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }
}
