package dev.slipway.workspace;

import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.LockPatience;
import dev.slipway.migration.Target;
import dev.slipway.migration.Tolerance;
import dev.slipway.migration.Witness;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import dev.slipway.shadow.ShadowRoles;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Runs migrations in a database of the shadow by the executor that runs them everywhere. A role
 * that one names and the shadow's server lacks is created, and the run goes on; one that it creates
 * and the server has, since an earlier run created it, is as good where roles are not compared.
 * Rows are asked nothing, since a shadow has none but what migrations wrote. All runs share a
 * session.
 */
final class ShadowRuns implements AutoCloseable {

  private final ShadowDatabase database;
  private final LastingSession session;
  private final Executor executor;
  private final Witness witness;

  ShadowRuns(Dialect dialect, Shadow shadow, ShadowDatabase database) {
    this(dialect, shadow, database, Witness.NOBODY);
  }

  /** Runs that somebody watches. */
  ShadowRuns(Dialect dialect, Shadow shadow, ShadowDatabase database, Witness witness) {
    this.database = database;
    this.witness = witness;
    var options =
        ExecutorOptions.defaults()
            .withRowChecks(null)
            .withPatience(LockPatience.ALONE)
            .withProgress(new ReplayProgress(shadow.watcher()))
            .withWitness(witness);
    this.session = new LastingSession(dialect, database.url());
    this.executor =
        new Executor(
            new Target(dialect, session::take),
            shadow.scope().compares(Compared.ROLES)
                ? options
                : options.withTolerance(new RolesAreThere()));
  }

  /** Roles belong to the server, which outlives its databases. */
  private static final class RolesAreThere implements Tolerance {

    @Override
    public boolean concerns(String sql) {
      return ShadowRoles.mayCreate(sql);
    }

    @Override
    public boolean passes(SQLException refusal) {
      return ShadowRoles.isThereAlready(refusal);
    }
  }

  /** Does something with the executor, and again after each role that it lacked. */
  void run(Consumer<Executor> work) {
    boolean isDone = false;
    while (!isDone) {
      try {
        work.accept(executor);
        isDone = true;
      } catch (SlipwayException e) {
        if (!ShadowRoles.createMissing(database.connection(), e)) {
          throw e;
        }
        witness.tookBack();
      }
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
