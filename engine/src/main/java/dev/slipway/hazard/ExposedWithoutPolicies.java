package dev.slipway.hazard;

import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Table;
import dev.slipway.catalog.View;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/**
 * An API serves a materialized view or a foreign table, which can't have policies (Supabase's
 * advisors 0016 and 0017).
 */
final class ExposedWithoutPolicies extends ChangeRule {

  ExposedWithoutPolicies() {
    super(HazardCode.EXPOSED_WITHOUT_POLICIES);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (!(change instanceof Change.Create create)) {
      return null;
    }
    DatabaseObject object = create.object();
    boolean hasNone =
        (object instanceof View view && view.materialized())
            || (object instanceof Table table && table.isForeign());
    if (!hasNone || !Exposed.has(object.id(), impact)) {
      return null;
    }
    String what = object instanceof View ? "materialized view" : "foreign table";
    return new Hazard(
        HazardCode.EXPOSED_WITHOUT_POLICIES,
        object.id(),
        "The API serves the "
            + what
            + " "
            + object.id().dotted()
            + ", and no policy can protect its rows: whoever may use it there has all of them.",
        "Put it into a schema that is not served, with a view or a function in front of it, or"
            + " revoke it from the API's roles.");
  }
}
