package dev.slipway.promotion;

import dev.slipway.dialect.AppliedMigration;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Migration;
import dev.slipway.stamp.EnvironmentStamp;
import dev.slipway.stamp.Standing;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes plans from what is there now; nothing is written. */
record Planning(Workspace workspace, String environment) {

  /**
   * What a promotion would be about now.
   *
   * @param options the last migration, and the waivers
   */
  PromotionPlan plan(PromotionOptions options) {
    List<Migration> pending = workspace.pending(environment, options.to());
    requireWaivable(options.waivers());
    try (Connection connection = workspace.connect(environment, Access.READ, "promote")) {
      List<AppliedMigration> applied = workspace.dialect().ledger().applied(connection);
      Standing standing = EnvironmentStamp.standing(connection, environment);
      return new PromotionPlan(
          environment,
          standing instanceof Standing.Stamped(var stamp)
              ? stamp.identity().toString()
              : workspace.address(environment, Access.READ).toString(),
          workspace.fingerprint(environment).value(),
          applied.isEmpty() ? null : applied.getLast().name(),
          pending.stream().map(PlannedMigration::of).toList(),
          options.waivers());
    } catch (SQLException e) {
      throw DeploymentSession.failed(workspace.dialect(), e);
    }
  }

  private static void requireWaivable(List<Waiver> waivers) {
    for (Waiver waiver : waivers) {
      if (!GateName.waivable().contains(waiver.gate())) {
        throw new SlipwayException(
            PromotionError.BAD_WAIVER,
            "\"" + waiver.gate() + "\" is no gate that can be waived.",
            "These can: " + String.join(", ", GateName.waivable()) + ".");
      }
    }
  }

  /**
   * The migrations of a plan as they are in the folder.
   *
   * @throws SlipwayException when one is missing or is not what was planned
   */
  List<Migration> migrations(PromotionPlan plan) {
    Map<String, Migration> there = new TreeMap<>();
    workspace.migrations().history().migrations().forEach(each -> there.put(each.name(), each));
    List<Migration> migrations = new ArrayList<>();
    for (PlannedMigration planned : plan.migrations()) {
      Migration migration = there.get(planned.name());
      if (migration == null || !planned.isThat(migration)) {
        throw changed(
            migration == null
                ? planned.name() + " is not in the folder of migrations any more"
                : planned.name() + " is not what was planned: its files were changed");
      }
      migrations.add(migration);
    }
    return migrations;
  }

  /**
   * Refuses to go on with a plan that is not what would be planned now.
   *
   * @throws SlipwayException naming what changed
   */
  void requireSame(PromotionPlan plan, PromotionPlan now) {
    if (plan.hash().equals(now.hash())) {
      return;
    }
    throw changed(
        !plan.database().equals(now.database())
            ? "the database of " + environment + " is another one"
            : !plan.fingerprint().equals(now.fingerprint())
                ? "the schema of " + environment + " was changed since"
                : !plan.migrations().equals(now.migrations())
                    ? "the migrations that " + environment + " lacks are not those of the plan"
                    : "the waivers are not those of the plan");
  }

  /**
   * Refuses to apply what is no part of a plan, such as a migration that came into the folder
   * since.
   *
   * @param to the plan's last migration
   * @throws SlipwayException naming it
   */
  void requireOnlyThese(PromotionPlan plan, String to) {
    for (Migration pending : workspace.pending(environment, to)) {
      if (!plan.names().contains(pending.name())) {
        throw changed(pending.name() + " would be applied too, and is no part of it");
      }
    }
  }

  private SlipwayException changed(String what) {
    return new SlipwayException(
        PromotionError.PLAN_CHANGED,
        "This is not the plan that was begun with: " + what + ". Approvals of it are void.",
        "Give it up with `slipway promote " + environment + " --abort`, then begin anew.");
  }
}
