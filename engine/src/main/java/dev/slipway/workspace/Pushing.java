package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.dialect.Scope;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.ParkedPart;
import dev.slipway.migration.ReleaseConflict;
import dev.slipway.migration.ReleaseConflicts;
import dev.slipway.migration.ReleaseRegister;
import dev.slipway.migration.RowChecker;
import dev.slipway.migration.RowFinding;
import dev.slipway.migration.Target;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Plan;
import dev.slipway.plan.WeighedHazard;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.question.Answers;
import dev.slipway.question.Inquiry;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Makes an environment what the definition says, without a migration. */
final class Pushing {

  private final Project project;

  Pushing(Project project) {
    this.project = project;
  }

  Pushed push(
      String environment,
      Allowances allowances,
      Answers answers,
      boolean dryRun,
      ExecutorOptions options) {
    EnvironmentConfiguration settings = project.configuration().environment(environment);
    if (settings.protectedEnvironment() && !dryRun) {
      throw new SlipwayException(
          WorkspaceError.ENVIRONMENT_PROTECTED,
          "The environment " + environment + " is protected: push does not change it.",
          "Write a migration with `slipway generate` and apply it with `slipway migrate "
              + environment
              + "`.");
    }
    Target target = project.target(environment, dryRun ? Access.READ : Access.WRITE);
    Meanwhile<Catalog> early = project.ahead(target);
    Desired defined = project.definition();
    Scope known = project.known(project.withHead(List.of(defined.catalog())));
    Catalog before = early == null ? project.introspect(target, known) : early.await();
    Desired desired =
        Inquiry.resolve(
            project.dialect(), before, defined, answers.dropping(allowances.objectsLost()));
    SchemaPlanner planner =
        project
            .planner()
            .parking(
                MigrationName.parking(LocalDateTime.now(project.clock().withZone(ZoneOffset.UTC))));
    Plan plan = planner.plan(before, desired);
    List<WeighedHazard> weighed = project.scales().weigh(target, plan.hazards().toList());
    List<Hazard> refused =
        allowances.refused(
            weighed.stream().filter(WeighedHazard::counts).map(WeighedHazard::hazard).toList());
    List<RowFinding> findings =
        RowChecker.of(project.dialect(), options).check(target, plan.checks().toList());
    List<ReleaseConflict> conflicts =
        plan.isEmpty()
            ? List.of()
            : ReleaseConflicts.of(
                "push",
                CarriedOut.renames(plan),
                before,
                desired.catalog(),
                new ReleaseRegister(target, options).list());
    allowances.requireUse(plan, conflicts);
    List<ReleaseConflict> unexpected = allowances.unexpected(conflicts);
    boolean runs =
        !dryRun
            && refused.isEmpty()
            && findings.isEmpty()
            && unexpected.isEmpty()
            && !plan.isEmpty();
    if (runs) {
      planner.prove(plan, before, desired.catalog());
      new Executor(target, options)
          .apply(
              "push",
              Guarding.statements(project.dialect(), plan, weighed),
              connection -> project.requireUnchanged(connection, known, before, environment),
              ParkedPart.of(plan));
    }
    return new Pushed(environment, plan, refused, weighed, findings, unexpected, runs);
  }
}
