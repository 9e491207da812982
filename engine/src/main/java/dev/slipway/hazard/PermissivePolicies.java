package dev.slipway.hazard;

import dev.slipway.catalog.Policy;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Several policies let the same role do the same. */
final class PermissivePolicies extends ChangeRule {

  PermissivePolicies() {
    super(HazardCode.PERMISSIVE_POLICIES);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (!(change instanceof Change.Create(Policy policy)) || !policy.permissive()) {
      return null;
    }
    return impact.to().partsOf(policy.parent()).stream()
        .filter(part -> part instanceof Policy other && isBeside(policy, other))
        .findFirst()
        .map(other ->
            new Hazard(
                HazardCode.PERMISSIVE_POLICIES,
                policy.id(),
                policy.id() + " and " + other.id() + " are both asked for each row.",
                "Make one policy of them, with OR."))
        .orElse(null);
  }

  private static boolean isBeside(Policy one, Policy other) {
    return !one.id().equals(other.id())
        && other.permissive()
        && (one.command().equalsIgnoreCase(other.command())
            || one.command().equalsIgnoreCase("all")
            || other.command().equalsIgnoreCase("all"))
        && one.roles().stream().anyMatch(other.roles()::contains);
  }
}
