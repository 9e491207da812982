package dev.slipway.hazard;

import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Table;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A table has no primary key. */
final class NoPrimaryKey extends ChangeRule {

  NoPrimaryKey() {
    super(HazardCode.NO_PRIMARY_KEY);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Create(Table table)
        && !table.isForeign()
        && impact.to().partsOf(table.id()).stream()
            .noneMatch(part ->
                part instanceof Constraint constraint
                    && constraint.type() == Constraint.Type.PRIMARY_KEY)) {
      return new Hazard(
          HazardCode.NO_PRIMARY_KEY,
          table.id(),
          table.id()
              + " has no primary key: its rows can't be told apart, replicated or changed in"
              + " batches.",
          "Add one: id bigint generated always as identity primary key.");
    }
    return null;
  }
}
