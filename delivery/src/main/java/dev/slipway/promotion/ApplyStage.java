package dev.slipway.promotion;

import dev.slipway.config.Hooks;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.Run;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.AllowedHazard;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.ReleaseConflict;
import dev.slipway.migration.RunResult;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs the migrations; one that was cut off goes on. */
final class ApplyStage implements Stage {

  @Override
  public State state() {
    return State.APPLY;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    new Planning(course.workspace(), course.environment())
        .requireOnlyThese(course.plan(), course.lastMigration());
    Hooks hooks = course.policy().hooks();
    boolean isLeft =
        !course.workspace().pending(course.environment(), course.lastMigration()).isEmpty();
    String refusal = isLeft ? HookRun.failure(course, "before_apply", hooks.beforeApply()) : null;
    if (refusal != null) {
      throw new SlipwayException(
          PromotionError.HOOK_FAILED,
          "Nothing was applied to " + course.environment() + ": " + refusal + ".",
          "Mend the program or its cause.");
    }
    var measured = new MeasuredProgress(course.options().executor().progress());
    RunResult result =
        course
            .workspace()
            .migrate(
                course.environment(),
                course.lastMigration(),
                options(course).withProgress(measured));
    List<AppliedMigration> applied = course.workspace().look(course.environment()).applied();
    List<MeasuredProgress.Cost> costs = measured.costs();
    if (earlier.isBegun()) {
      costs = withEarlier(course, applied, steps(course), costs);
    }
    String says =
        course.migrations().size()
            + (course.migrations().size() == 1 ? " migration" : " migrations")
            + " applied"
            + (result.parts().size() < course.migrations().size()
                ? ", " + result.parts().size() + " of them in this run"
                : "");
    String failure = HookRun.failure(course, "after_apply", hooks.afterApply());
    return failure == null
        ? Found.passed(says, costs)
        : Found.failed(says + ", but " + failure, costs);
  }

  private static Map<String, List<Run.Step>> steps(Course course) {
    try (Connection connection =
        course.workspace().connect(course.environment(), Access.READ, "promote")) {
      return course.workspace().dialect().ledger().steps(connection);
    } catch (SQLException e) {
      throw DeploymentSession.failed(course.workspace().dialect(), e);
    }
  }

  /** What was applied before a kill is known from the ledger alone. */
  private static List<MeasuredProgress.Cost> withEarlier(
      Course course,
      List<AppliedMigration> applied,
      Map<String, List<Run.Step>> steps,
      List<MeasuredProgress.Cost> now) {
    return course.plan().names().stream()
        .map(name ->
            now.stream()
                .filter(cost -> cost.name().equals(name))
                .findFirst()
                .orElseGet(() ->
                    applied.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .map(each ->
                            MeasuredProgress.Cost.of(
                                name, each.entry().duration(), steps.getOrDefault(name, List.of())))
                        .orElse(null)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** A waived gate of compatibility allows what releases do not expect, by name. */
  private static ExecutorOptions options(Course course) {
    ExecutorOptions options = course.options().executor();
    return course.plan().waivers().stream()
        .filter(waiver -> waiver.gate().equals(GateName.COMPATIBILITY.word()))
        .findFirst()
        .map(waiver -> options.withAllowed(allowed(course, waiver)))
        .orElse(options);
  }

  private static List<AllowedHazard> allowed(Course course, Waiver waiver) {
    List<ReleaseConflict> conflicts =
        course
            .workspace()
            .preflight(
                course.environment(),
                course.lastMigration(),
                course.options().executor().withRowChecks(null),
                null)
            .conflicts();
    return conflicts.stream()
        .map(each -> new AllowedHazard(each.code().id(), each.object().dotted(), waiver.reason()))
        .distinct()
        .toList();
  }
}
