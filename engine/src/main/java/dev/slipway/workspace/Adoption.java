package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.History;
import dev.slipway.migration.KnownReverses;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.PlanScript;
import dev.slipway.migration.Precondition;
import dev.slipway.migration.StepReverse;
import dev.slipway.migration.ToolVersion;
import dev.slipway.plan.Plan;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import java.time.Clock;
import java.util.List;

/**
 * Writes the first migration of a database that is there already: it creates what the database has,
 * and counts as applied in it.
 */
final class Adoption {

  private static final String NAME = "baseline";

  private final Dialect dialect;
  private final SchemaPlanner planner;
  private final MigrationFolder folder;
  private final Clock clock;

  Adoption(Dialect dialect, SchemaPlanner planner, MigrationFolder folder, Clock clock) {
    this.dialect = dialect;
    this.planner = planner;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Refuses a project that has migrations: what they do is not known to have led to the database.
   */
  void requireNoMigrations() {
    History history = folder.history();
    if (!history.isEmpty()) {
      throw new SlipwayException(
          WorkspaceError.BASELINE_TOO_LATE,
          "There are migrations already, beginning with " + history.names().get(0) + ".",
          "A baseline is the first migration. Compare the database with them by `slipway status`.");
    }
  }

  /**
   * Writes the migration and marks it as applied; where that is refused, no file stays.
   *
   * @param catalog what the database has
   * @param executor writes to the database's ledger
   * @param unchanged that the database still has it
   */
  Migration adopt(Catalog catalog, Executor executor, Precondition unchanged) {
    Catalog nothing = Catalog.empty(Engine.POSTGRESQL);
    Plan plan = planner.plan(nothing, Desired.of(catalog));
    Catalog after = planner.prove(plan, nothing, catalog);
    String up = PlanScript.up(plan);
    String down = PlanScript.down(plan);
    var manifest =
        new Manifest(
                List.of(),
                nothing.fingerprint(),
                after.fingerprint(),
                List.of(),
                List.of(),
                ToolVersion.current())
            .withReverses(KnownReverses.of(up, down, StepReverse.of(plan), dialect));
    Migration written =
        folder.write(
            MigrationName.next(clock, NAME, List.of()),
            new MigrationFolder.Draft(up, down, manifest, after));
    boolean isAdopted = false;
    try {
      executor.adopt(written, unchanged);
      isAdopted = true;
      return written;
    } finally {
      if (!isAdopted) {
        folder.remove(written);
      }
    }
  }
}
