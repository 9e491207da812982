package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Existing rows must satisfy a new condition. */
final class NewCheck implements HazardRule {

  @Override
  public @Nullable Hazard assess(Change change, Catalog from, Catalog to, @Nullable String loss) {
    if (NewObject.of(change) instanceof Constraint constraint
        && (constraint.type() == Constraint.Type.CHECK
            || constraint.type() == Constraint.Type.EXCLUSION)
        && constraint.validated()
        && from.has(constraint.parent())) {
      return new Hazard(
          HazardCode.NEW_CHECK,
          constraint.id(),
          "Every row of "
              + constraint.parent()
              + " must satisfy "
              + constraint.definition()
              + "; one that does not stops it.",
          "Mend the rows first.");
    }
    return null;
  }
}
