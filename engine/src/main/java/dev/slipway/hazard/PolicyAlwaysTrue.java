package dev.slipway.hazard;

import dev.slipway.catalog.Policy;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A policy lets everybody change every row. */
final class PolicyAlwaysTrue extends ChangeRule {

  PolicyAlwaysTrue() {
    super(HazardCode.POLICY_ALWAYS_TRUE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Policy policy
        && policy.permissive()
        && !policy.command().equalsIgnoreCase("select")
        && (isTrue(policy.using()) || isTrue(policy.check()))) {
      return new Hazard(
          HazardCode.POLICY_ALWAYS_TRUE,
          policy.id(),
          policy.id() + " is true for every row: it protects none from being changed.",
          "Say whose rows they are, for instance: using (owner = current_user).");
    }
    return null;
  }

  private static boolean isTrue(@Nullable String expression) {
    return expression != null && expression.matches("\\(*(true|1 = 1)\\)*");
  }
}
