package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.dialect.Advance;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.Scope;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.History;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationError;
import dev.slipway.migration.MigrationStatus;
import dev.slipway.migration.RunResult;
import dev.slipway.migration.Target;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Step;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes back a migration that is applied in part. Its own way back starts from the whole of it and
 * could take what was there before, so a plan is made from what is there, and proved.
 */
final class Undoing {

  private final Dialect dialect;
  private final Target target;
  private final SchemaPlanner planner;
  private final Scope scope;
  private final ExecutorOptions options;

  Undoing(
      Dialect dialect, Target target, SchemaPlanner planner, Scope scope, ExecutorOptions options) {
    this.dialect = dialect;
    this.target = target;
    this.planner = planner;
    this.scope = scope;
    this.options = options;
  }

  /**
   * @param to the migration that becomes the last one applied
   * @param allowed the names of migrations that may lose data for good
   */
  RunResult undo(History history, String to, Set<String> allowed) {
    Migration migration = partlyApplied(history);
    if (migration == null || !isKnown(history, to)) {
      return RunResult.nothing();
    }
    var executor = new Executor(target, options);
    executor.recover(history);
    if (partlyApplied(history) == null) {
      return RunResult.nothing();
    }
    requireNothingParked(migration, allowed);
    Catalog before = before(history);
    Catalog actual = introspect();
    Plan plan = planner.plan(actual, Desired.of(before));
    requireNoLoss(plan, migration, allowed);
    planner.prove(plan, actual, before);
    return executor.undo(
        migration.name(),
        plan.steps().stream().map(Step::statement).toList(),
        connection -> requireUnchanged(connection, actual));
  }

  private @Nullable Migration partlyApplied(History history) {
    Advance advance = MigrationStatus.read(target, history).advance();
    return advance == null || advance.direction() != Run.Direction.UP
        ? null
        : history.find(advance.migration());
  }

  /** What is not known is refused by whoever takes back the others. */
  private boolean isKnown(History history, String to) {
    return to.equals(Executor.BEGINNING)
        || MigrationStatus.read(target, history).applied().stream()
            .anyMatch(applied -> applied.name().equals(to));
  }

  /** What the last migration that is whole made. */
  private Catalog before(History history) {
    var applied = MigrationStatus.read(target, history).applied();
    if (applied.isEmpty()) {
      return Catalog.empty(Engine.POSTGRESQL);
    }
    Migration last = history.find(applied.getLast().name());
    if (last == null) {
      throw new SlipwayException(
          MigrationError.APPLIED_BUT_MISSING,
          applied.getLast().name() + " is applied, but has no folder here. Nothing ran.",
          "Restore its folder, or update your working copy.");
    }
    return last.readCatalog();
  }

  private Catalog introspect() {
    try (Connection connection = target.connector().apply("undo")) {
      return dialect.introspect(connection, scope);
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  /** A plan from what is there does not see what is parked, and would not bring it back. */
  private void requireNothingParked(Migration migration, Set<String> allowed) {
    List<String> parked = new ArrayList<>();
    migration.down().parked().forEach(part -> parked.add(part.object()));
    try (Connection connection = target.connector().apply("undo")) {
      dialect.ledger().parked(connection).stream()
          .filter(entry -> migration.name().equals(entry.migration()))
          .forEach(entry -> parked.add(entry.object()));
    } catch (SQLException e) {
      throw new IllegalStateException("reading what is parked failed", e);
    }
    if (!parked.isEmpty() && !allowed.contains(migration.name())) {
      throw new SlipwayException(
          MigrationError.IRREVERSIBLE,
          migration.name()
              + " is applied in part and parks rows, which would stay parked:\n"
              + parked.stream().map(object -> "  " + object).collect(Collectors.joining("\n")),
          "Finish it with migrate, then take it back; or add --accept-loss "
              + migration.name()
              + ".");
    }
  }

  private static void requireNoLoss(Plan plan, Migration migration, Set<String> allowed) {
    List<Hazard> lost = Allowances.none().refused(plan);
    if (!lost.isEmpty() && !allowed.contains(migration.name())) {
      throw new SlipwayException(
          MigrationError.IRREVERSIBLE,
          "Taking back what stayed of "
              + migration.name()
              + " loses data:\n"
              + lost.stream()
                  .map(hazard -> "  " + hazard.code().id() + " " + hazard.message())
                  .collect(Collectors.joining("\n")),
          "Go on with migrate, or add --accept-loss " + migration.name() + ".");
    }
  }

  private void requireUnchanged(Connection connection, Catalog actual) {
    if (!dialect.introspect(connection, scope).equals(actual)) {
      throw new SlipwayException(
          WorkspaceError.TARGET_CHANGED,
          "The schema changed while the plan was made. Nothing ran.",
          "Run the command again.");
    }
  }
}
