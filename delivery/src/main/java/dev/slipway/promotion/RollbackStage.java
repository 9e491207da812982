package dev.slipway.promotion;

import dev.slipway.migration.Executor;
import dev.slipway.migration.RunResult;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Takes back what was applied, and looks whether all is as it was. */
final class RollbackStage implements Stage {

  @Override
  public State state() {
    return State.ROLLBACK;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    var measured = new MeasuredProgress(course.options().back().progress());
    RunResult result =
        course
            .workspace()
            .rollback(
                course.environment(),
                Objects.requireNonNullElse(course.plan().last(), Executor.BEGINNING),
                Set.of(),
                course.options().back().withProgress(measured));
    String now = course.workspace().fingerprint(course.environment()).value();
    List<MeasuredProgress.Cost> costs = measured.costs();
    if (!now.equals(course.plan().fingerprint())) {
      return Found.failed(
          "taken back, but the schema is not as it was before the promotion: somebody changed it"
              + " meanwhile",
          costs);
    }
    String says =
        result.parts().size()
            + (result.parts().size() == 1 ? " migration" : " migrations")
            + " taken back; the schema is as it was";
    String failure =
        HookRun.failure(course, "after_rollback", course.policy().hooks().afterRollback());
    return failure == null
        ? Found.passed(says, costs)
        : Found.failed(says + ", but " + failure, costs);
  }
}
