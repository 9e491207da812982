package dev.slipway.workspace;

import dev.slipway.dialect.Dialect;
import dev.slipway.foreign.ForeignFolder;
import dev.slipway.foreign.ForeignStep;
import dev.slipway.migration.History;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.plan.Lock;
import dev.slipway.plan.Statement;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.List;

/** Runs a folder of migrations from the first to the last: our own, or another tool's. */
final class Replaying {

  private Replaying() {}

  static void run(Dialect dialect, Shadow shadow, ShadowDatabase database, MigrationFolder folder) {
    try (var runs = new ShadowRuns(dialect, shadow, database)) {
      run(dialect, shadow, runs, folder);
    }
  }

  private static void run(Dialect dialect, Shadow shadow, ShadowRuns runs, MigrationFolder folder) {
    ForeignFolder foreign = ForeignFolder.at(folder.path());
    if (foreign == null) {
      History history = folder.history();
      runs.run(executor -> executor.migrate(history, null));
      return;
    }
    int done = 0;
    for (ForeignStep step : foreign.steps()) {
      ReplayProgress.replaying(shadow.watcher(), done, foreign.steps().size());
      done++;
      List<Statement> statements =
          dialect.parts(step.sql()).withoutRows("another tool's migration").statements().stream()
              .map(statement -> new Statement(statement.sql(), List.<Lock>of(), true))
              .toList();
      runs.run(executor -> executor.apply(step.name(), statements, connection -> {}));
    }
  }
}
