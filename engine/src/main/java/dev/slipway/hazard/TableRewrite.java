package dev.slipway.hazard;

import dev.slipway.catalog.Column;
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
      return of(after, null);
    }
    return null;
  }

  /**
   * The danger of a column.
   *
   * @param obstacle why nothing can be made beside it, as a clause; null where that is not known
   */
  static Hazard of(Column column, @Nullable String obstacle) {
    return new Hazard(
        HazardCode.TABLE_REWRITE,
        column.id(),
        "All of "
            + column.parent()
            + " is written anew; until then nobody can read or write it."
            + (obstacle == null ? "" : " No other can grow beside it: " + obstacle + "."),
        "On a large table add a second column of the new type, fill it in batches, and switch"
            + " over.");
  }

  private static boolean isRewritten(Column before, Column after, Impact impact) {
    return impact.observed() == null
        ? !impact.online() && TypeWidening.convertsValues(before.type(), after.type())
        : !before.type().equals(after.type()) && impact.mayRewrite(after.parent());
  }
}
