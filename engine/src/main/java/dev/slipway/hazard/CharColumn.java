package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A column is padded with blanks. */
final class CharColumn extends ChangeRule {

  CharColumn() {
    super(HazardCode.CHAR_COLUMN);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    Column column = NewType.of(change);
    if (column != null
        && (column.type().startsWith("character(") || column.type().startsWith("\"char\""))) {
      return new Hazard(
          HazardCode.CHAR_COLUMN,
          column.id(),
          column.id()
              + " is "
              + column.type()
              + ": values are padded with blanks or cut to one byte.",
          "Make it text.");
    }
    return null;
  }
}
