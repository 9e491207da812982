package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import org.jspecify.annotations.Nullable;

/** One rule: recognises one danger. Stateless. */
interface HazardRule {

  /**
   * The danger of a change, or null.
   *
   * @param change the change
   * @param from the catalog before all changes
   * @param to the catalog after them
   * @param loss what the change loses for good, as a sentence; null when it loses nothing
   */
  @Nullable Hazard assess(Change change, Catalog from, Catalog to, @Nullable String loss);
}
