package dev.slipway.hazard;

import dev.slipway.catalog.EnumType;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enum gets another name, which running code does not know. Only whoever watches, or
 * declares it, tells a new name from another value.
 */
final class RenameEnumValue extends ChangeRule {

  RenameEnumValue() {
    super(HazardCode.RENAME_ENUM_VALUE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Alter(EnumType before, EnumType after)
        && impact.observed() != null
        && impact.loss(change) == null
        && before.values().size() == after.values().size()
        && !before.values().equals(after.values())
        && impact.from().has(before.id())) {
      return of(before);
    }
    return null;
  }

  /** The danger of a value that gets another name. */
  static Hazard of(EnumType before) {
    return new Hazard(
        HazardCode.RENAME_ENUM_VALUE,
        before.id(),
        "Code that runs while the migration does, and writes or compares an old value of "
            + before.id()
            + ", fails from then on.",
        "Add the new value, change the rows and the code, and remove the old value after that.");
  }
}
