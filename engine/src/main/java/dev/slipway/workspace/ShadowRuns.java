package dev.slipway.workspace;

import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.Target;
import dev.slipway.shadow.ShadowDatabase;
import dev.slipway.shadow.ShadowRoles;
import java.util.function.Consumer;

/**
 * Runs migrations in a database of the shadow by the executor that runs them everywhere. A role
 * that one names and the shadow's server lacks is created, and the run goes on.
 */
final class ShadowRuns {

  private final ShadowDatabase database;
  private final Executor executor;

  ShadowRuns(Dialect dialect, ShadowDatabase database) {
    this.database = database;
    this.executor = new Executor(Target.at(dialect, database.url()), ExecutorOptions.defaults());
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
      }
    }
  }
}
