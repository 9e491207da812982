package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column comes that counts the rows that are there. */
final class CountingColumn extends ChangeRule {

  CountingColumn() {
    super(HazardCode.COUNTING_COLUMN);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Column column)
        && impact.from().has(column.parent())
        && !impact.online()
        && impact.mayRewrite(column.parent())
        && counts(
            column,
            impact.to().find(ObjectId.about(Kind.COLUMN_DEFAULT, column.id()))
                    instanceof ColumnDefault value
                ? value
                : null)) {
      return new Hazard(
          HazardCode.COUNTING_COLUMN,
          column.id(),
          "All of "
              + column.parent()
              + " is written anew to number its rows; until then nobody can read or write it.",
          "Add a column without a default, fill it in batches from a sequence, and make that its"
              + " default after that.");
    }
    return null;
  }

  /** Whether its values are from a sequence. */
  static boolean counts(Column column, @Nullable ColumnDefault value) {
    return column.identity() != null
        || (value != null && value.expression().startsWith("nextval("));
  }
}
