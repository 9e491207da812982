package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A type change writes the whole table anew. */
final class TableRewrite implements HazardRule {

  @Override
  public @Nullable Hazard assess(Change change, Catalog from, Catalog to, @Nullable String loss) {
    if (change instanceof Change.Alter(Column before, Column after)
        && TypeWidening.convertsValues(before.type(), after.type())) {
      ObjectId table = after.parent();
      return new Hazard(
          HazardCode.TABLE_REWRITE,
          after.id(),
          "All of " + table + " is written anew; until then nobody can read or write it.",
          "On a large table add a second column of the new type, fill it in batches, and switch"
              + " over.");
    }
    return null;
  }
}
