package dev.slipway.hazard;

import dev.slipway.catalog.Kind;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A table gets another name, which running code does not know. */
final class RenameTable extends ChangeRule {

  RenameTable() {
    super(HazardCode.RENAME_TABLE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Rename rename
        && rename.from().kind() == Kind.TABLE
        && impact.from().has(rename.from())) {
      return new Hazard(
          HazardCode.RENAME_TABLE,
          rename.from(),
          "Code that runs while the migration does, and asks for "
              + rename.from()
              + ", fails from then on: it is called "
              + rename.to().dotted()
              + ".",
          "Create a view of the old name over the table until no running release asks for it, and"
              + " drop it then.");
    }
    return null;
  }
}
