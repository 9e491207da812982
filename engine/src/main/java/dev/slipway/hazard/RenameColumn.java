package dev.slipway.hazard;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column gets another name, which running code does not know. */
final class RenameColumn extends ChangeRule {

  RenameColumn() {
    super(HazardCode.RENAME_COLUMN);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Rename rename
        && rename.from().kind() == Kind.COLUMN
        && impact
            .from()
            .has(ObjectId.of(Kind.TABLE, rename.from().schema(), rename.from().path().get(1)))) {
      return new Hazard(
          HazardCode.RENAME_COLUMN,
          rename.from(),
          "Code that runs while the migration does, and asks for "
              + rename.from()
              + ", fails from then on: it is called "
              + rename.to().dotted()
              + ".",
          "Add a second column, write both until every release reads the new one, then drop the"
              + " old.");
    }
    return null;
  }
}
