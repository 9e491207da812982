package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A type change writes the whole table anew. */
final class TableRewrite extends ChangeRule {

  TableRewrite() {
    super(HazardCode.TABLE_REWRITE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Alter(Column before, Column after)
        && isRewritten(before, after, impact)) {
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

  private static boolean isRewritten(Column before, Column after, Impact impact) {
    return impact.observed() == null
        ? !impact.online() && TypeWidening.convertsValues(before.type(), after.type())
        : !before.type().equals(after.type()) && impact.mayRewrite(after.parent());
  }
}
