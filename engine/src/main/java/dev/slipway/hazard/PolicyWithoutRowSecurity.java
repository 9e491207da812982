package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Policy;
import dev.slipway.catalog.Table;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A policy is there, but row level security is off. */
final class PolicyWithoutRowSecurity implements HazardRule {

  @Override
  public @Nullable Hazard assess(Change change, Catalog from, Catalog to, @Nullable String loss) {
    if (NewObject.of(change) instanceof Policy policy
        && to.find(policy.parent()) instanceof Table table
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
