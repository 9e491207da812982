package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column that refuses null is added without a value for the rows that are there. */
final class RequiredColumnWithoutDefault extends ChangeRule {

  RequiredColumnWithoutDefault() {
    super(HazardCode.REQUIRED_COLUMN_WITHOUT_DEFAULT);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Column column)
        && impact.from().has(column.parent())
        && column.notNull()
        && (column.notNullAs() == null || !column.notNullAs().unchecked())
        && column.identity() == null
        && column.generated() == null
        && !impact.to().has(ObjectId.about(Kind.COLUMN_DEFAULT, column.id()))) {
      return new Hazard(
          HazardCode.REQUIRED_COLUMN_WITHOUT_DEFAULT,
          column.id(),
          column.id()
              + " refuses null and has no default: the step fails as soon as the table has a row.",
          "Give it a default, or add it without NOT NULL, fill it in the migration, and set NOT"
              + " NULL after that.");
    }
    return null;
  }
}
