package dev.slipway.hazard;

import dev.slipway.catalog.Policy;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A policy asks who the user is anew for each row. */
final class PolicyCallsPerRow extends ChangeRule {

  PolicyCallsPerRow() {
    super(HazardCode.POLICY_CALLS_PER_ROW);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Policy policy
        && (isCalled(policy.using()) || isCalled(policy.check()))) {
      return new Hazard(
          HazardCode.POLICY_CALLS_PER_ROW,
          policy.id(),
          policy.id() + " calls a function of the session for each row that is read.",
          "Wrap the call, so that it is made once: (select auth.uid()).");
    }
    return null;
  }

  private static final Pattern CALL =
      Pattern.compile("(?<!SELECT )\\b(auth\\.(uid|jwt|role|email)|current_setting)\\(");

  private static boolean isCalled(@Nullable String expression) {
    return expression != null && CALL.matcher(expression).find();
  }
}
