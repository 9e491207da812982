package dev.slipway.promotion;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.LockHolder;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The one session that works on an environment's deployments: it holds their lock, which goes with
 * its connection. A connection that was lost meanwhile, in a long run or while watching, is opened
 * anew, if nobody else took the lock. Not thread-safe.
 */
final class DeploymentSession implements AutoCloseable {

  private static final int VALID_SECONDS = 5;

  private final Workspace workspace;
  private final String environment;
  private Connection connection;

  private DeploymentSession(Workspace workspace, String environment, Connection connection) {
    this.workspace = workspace;
    this.environment = environment;
    this.connection = connection;
  }

  /**
   * Takes the lock; creates the ledger where there is none.
   *
   * @throws SlipwayException when another process works on a promotion to the environment
   */
  static DeploymentSession open(Workspace workspace, String environment, ExecutorOptions options) {
    workspace.prepareLedger(environment, options);
    return new DeploymentSession(workspace, environment, locked(workspace, environment));
  }

  private static Connection locked(Workspace workspace, String environment) {
    Connection connection = workspace.connect(environment, Access.WRITE, "promote");
    boolean isTaken = false;
    try {
      var lock = workspace.dialect().deployments().lock();
      isTaken = lock.tryTake(connection);
      if (!isTaken) {
        LockHolder holder = lock.holder(connection);
        throw new SlipwayException(
            PromotionError.PROMOTION_HELD,
            "Another process works on a promotion to "
                + environment
                + (holder == null ? "." : ": " + holder + "."),
            "Wait until it has ended. Its lock goes with its session: there is nothing to clean"
                + " up.");
      }
      return connection;
    } catch (SQLException e) {
      throw failed(workspace.dialect(), e);
    } finally {
      if (!isTaken) {
        close(connection);
      }
    }
  }

  /** Something done to the tables of deployments. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T with(Work<T> work) {
    try {
      if (!connection.isValid(VALID_SECONDS)) {
        close(connection);
        connection = locked(workspace, environment);
      }
      return work.on(connection);
    } catch (SQLException e) {
      throw failed(workspace.dialect(), e);
    }
  }

  static SlipwayException failed(Dialect dialect, SQLException e) {
    return new SlipwayException(
        PromotionError.DEPLOYMENT_UNREADABLE,
        "The deployments in the ledger can't be read or written: "
            + dialect.transactions().explain(e).message()
            + ".",
        "Check the server and the network, then go on with `slipway promote ENV --resume`.",
        e);
  }

  @Override
  public void close() {
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // The server gives the lock back as soon as it notices that the connection is gone.
      return;
    }
  }
}
