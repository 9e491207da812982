package dev.slipway.promotion;

import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.dialect.DeploymentStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a state before a promotion goes on.
 *
 * @param isBegun whether it was entered
 * @param passed what was kept when it came out right the last time; null where it never did
 */
record Earlier(boolean isBegun, @Nullable String passed) {

  static final Earlier NOTHING = new Earlier(false, null);

  static Earlier of(DeploymentRecord deployment, State state) {
    List<DeploymentStep> lines =
        deployment.steps().stream().filter(each -> each.state().equals(state.word())).toList();
    if (lines.isEmpty()) {
      return NOTHING;
    }
    DeploymentStep last = lines.getLast();
    return new Earlier(
        true, last.outcome() == DeploymentStep.Outcome.PASSED ? last.document() : null);
  }
}
