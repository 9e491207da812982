package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column comes whose values are computed and stored. */
final class StoredGeneratedColumn extends ChangeRule {

  StoredGeneratedColumn() {
    super(HazardCode.STORED_GENERATED_COLUMN);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Column column)
        && impact.from().has(column.parent())
        && column.generated() != null
        && column.stored()
        && impact.mayRewrite(column.parent())) {
      return new Hazard(
          HazardCode.STORED_GENERATED_COLUMN,
          column.id(),
          "All of "
              + column.parent()
              + " is written anew with "
              + column.generated()
              + "; until then nobody can read or write it.",
          "Add an ordinary column that a trigger fills, then fill the rows in batches; or compute"
              + " it in a view.");
    }
    return null;
  }
}
