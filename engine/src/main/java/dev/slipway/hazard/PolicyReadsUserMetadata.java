package dev.slipway.hazard;

import dev.slipway.catalog.Policy;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A policy trusts what users write about themselves. */
final class PolicyReadsUserMetadata extends ChangeRule {

  PolicyReadsUserMetadata() {
    super(HazardCode.POLICY_READS_USER_METADATA);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Policy policy
        && (reads(policy.using()) || reads(policy.check()))) {
      return new Hazard(
          HazardCode.POLICY_READS_USER_METADATA,
          policy.id(),
          policy.id() + " reads user_metadata, which every user can change for themselves.",
          "Keep what decides about access in app_metadata, or in a table of its own.");
    }
    return null;
  }

  private static boolean reads(@Nullable String expression) {
    return expression != null && expression.contains("user_metadata");
  }
}
