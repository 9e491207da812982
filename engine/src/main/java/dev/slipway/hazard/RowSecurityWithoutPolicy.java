package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Policy;
import dev.slipway.catalog.Table;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Row level security is on, and no policy lets anybody in. */
final class RowSecurityWithoutPolicy extends ChangeRule {

  RowSecurityWithoutPolicy() {
    super(HazardCode.ROW_SECURITY_WITHOUT_POLICY);
  }

  @Override
  public boolean holds(Hazard found, Catalog end) {
    return end.find(found.on()) instanceof Table table
        && table.rowSecurity()
        && end.partsOf(table.id()).stream().noneMatch(Policy.class::isInstance);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    Table table =
        switch (change) {
          case Change.Create(Table created) when created.rowSecurity() -> created;
          case Change.Alter(Table before, Table after)
              when after.rowSecurity() && !before.rowSecurity() ->
              after;
          default -> null;
        };
    if (table == null
        || impact.to().partsOf(table.id()).stream().anyMatch(Policy.class::isInstance)) {
      return null;
    }
    return new Hazard(
        HazardCode.ROW_SECURITY_WITHOUT_POLICY,
        table.id(),
        "Row level security is on for "
            + table.id()
            + ", but it has no policy: only its owner sees rows.",
        "Add a policy, or turn row level security off.");
  }
}
