package dev.slipway.postgres;

import dev.slipway.dialect.Scope;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Shadows on a {@link Cluster}; its databases go with the server. */
record ClusterShadow(Cluster cluster) implements Shadow {

  @Override
  public ShadowDatabase create() {
    Connection connection = cluster.newDatabase();
    return new ShadowDatabase() {
      @Override
      public Connection connection() {
        return connection;
      }

      @Override
      public void close() {
        try {
          connection.close();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  @Override
  public Scope scope() {
    return Scope.all();
  }

  @Override
  public void close() {}
}
