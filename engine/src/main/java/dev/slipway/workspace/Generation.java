package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.Dialect;
import dev.slipway.migration.AllowedHazard;
import dev.slipway.migration.KnownHazards;
import dev.slipway.migration.KnownReverses;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.PlanScript;
import dev.slipway.migration.RowDemands;
import dev.slipway.migration.StepReverse;
import dev.slipway.migration.ToolVersion;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Plan;
import dev.slipway.plan.RowCheck;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.question.Answers;
import dev.slipway.question.Inquiry;
import dev.slipway.source.Elaborations;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import dev.slipway.source.Written;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the migration between the last one and the definition. */
final class Generation {

  private final Dialect dialect;
  private final SchemaPlanner planner;
  private final MigrationFolder folder;
  private final Clock clock;
  private final SourceReader reader;
  private final Elaborations elaborations;

  Generation(
      Dialect dialect,
      SchemaPlanner planner,
      MigrationFolder folder,
      Clock clock,
      SourceReader reader,
      Elaborations elaborations) {
    this.dialect = dialect;
    this.planner = planner;
    this.folder = folder;
    this.clock = clock;
    this.reader = reader;
    this.elaborations = elaborations;
  }

  Generated generate(
      Source source,
      @Nullable String name,
      Allowances allowances,
      Answers answers,
      boolean dryRun) {
    var history = folder.history();
    Migration head = history.head();
    if (head != null) {
      head.requireFinished();
    }
    Written definition = reader.written(source);
    String key = definition == null ? null : definition.key();
    if (head != null
        && key != null
        && answers.given().isEmpty()
        && elaborations.agrees(key, head.catalogFile())) {
      Fingerprint same = head.manifest().after();
      return found(new Plan(Engine.POSTGRESQL, same, same, List.of(), List.of()), allowances);
    }
    Meanwhile<Catalog> last =
        Meanwhile.begin(() -> head == null ? Catalog.empty(Engine.POSTGRESQL) : head.readCatalog());
    Desired defined = definition == null ? reader.read(source) : reader.read(definition);
    Catalog before = last.await();
    Desired desired =
        Inquiry.resolve(dialect, before, defined, answers.dropping(allowances.objectsLost()));
    MigrationName next = MigrationName.next(clock, "next", history.names());
    SchemaPlanner parking = planner.parking(next.parking());
    Plan plan = parking.plan(before, desired);
    if (head != null && key != null && plan.changes().isEmpty() && plan.columnOrders().isEmpty()) {
      elaborations.agree(key, head.catalogFile());
    }
    Generated found = found(plan, allowances);
    List<Hazard> refused = found.refused();
    if (plan.isEmpty() || !refused.isEmpty()) {
      return found;
    }
    Catalog after = parking.prove(plan, before, desired.catalog());
    if (dryRun) {
      return new Generated(plan, refused, null);
    }
    MigrationName migrationName =
        next.saying(
            MigrationName.next(
                clock, name == null ? SuggestedName.of(plan.changes()) : name, history.names()));
    List<AllowedHazard> allowed = allowances.hazards();
    String up = PlanScript.up(plan);
    String down = PlanScript.down(plan);
    var manifest =
        new Manifest(
                head == null ? List.of() : List.of(head.name()),
                before.fingerprint(),
                after.fingerprint(),
                CarriedOut.renames(plan),
                allowed,
                ToolVersion.current())
            .withRenamedParts(CarriedOut.parts(dialect, plan, before, desired))
            .withRows(demands(up, plan.checks().toList()))
            .withHazards(KnownHazards.of(up, plan.hazards().toList(), dialect))
            .withRowsBack(demandsBack(down, plan.checksBack()))
            .withReverses(KnownReverses.of(up, down, StepReverse.of(plan), dialect));
    Migration written =
        folder.write(migrationName, new MigrationFolder.Draft(up, down, manifest, after));
    return new Generated(plan, refused, written);
  }

  private @Nullable RowDemands demands(String up, List<RowCheck> checks) {
    return checks.isEmpty() ? null : RowDemands.of(up, checks, dialect);
  }

  private @Nullable RowDemands demandsBack(String down, List<RowCheck> checks) {
    return checks.isEmpty() ? null : RowDemands.back(down, checks, dialect);
  }

  private static Generated found(Plan plan, Allowances allowances) {
    allowances.requireUse(plan);
    return new Generated(plan, allowances.refused(plan), null);
  }
}
