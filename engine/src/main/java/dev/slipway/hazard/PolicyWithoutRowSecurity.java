package dev.slipway.hazard;

import dev.slipway.catalog.Policy;
import dev.slipway.catalog.Table;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A policy is there, but row level security is off. */
final class PolicyWithoutRowSecurity extends ChangeRule {

  PolicyWithoutRowSecurity() {
    super(HazardCode.POLICY_WITHOUT_ROW_SECURITY);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Policy policy
        && impact.to().find(policy.parent()) instanceof Table table
        && !table.rowSecurity()) {
      return new Hazard(
          HazardCode.POLICY_WITHOUT_ROW_SECURITY,
          policy.id(),
          policy.id() + " has no effect: row level security is off for " + table.id() + ".",
          "Turn row level security on for the table.");
    }
    return null;
  }
}
