package dev.slipway.hazard;

import dev.slipway.catalog.Kind;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A schema gets another name, which running code does not know. */
final class RenameSchema extends ChangeRule {

  RenameSchema() {
    super(HazardCode.RENAME_SCHEMA);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Rename rename
        && rename.from().kind() == Kind.SCHEMA
        && impact.from().has(rename.from())) {
      return new Hazard(
          HazardCode.RENAME_SCHEMA,
          rename.from(),
          "Code that runs while the migration does, and asks for "
              + rename.from()
              + ", fails from then on: it is called "
              + rename.to().dotted()
              + ".",
          "Keep views of the old names in a schema of the old name until no running release asks"
              + " for them.");
    }
    return null;
  }
}
