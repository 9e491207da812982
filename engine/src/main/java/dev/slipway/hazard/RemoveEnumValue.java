package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnumType;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** An enum loses values that rows may hold. */
final class RemoveEnumValue implements HazardRule {

  @Override
  public @Nullable Hazard assess(Change change, Catalog from, Catalog to, @Nullable String loss) {
    if (change instanceof Change.Alter(EnumType before, EnumType after) && loss != null) {
      return new Hazard(
          HazardCode.REMOVE_ENUM_VALUE,
          after.id(),
          loss,
          "First give the rows that hold the value another one, then remove it.");
    }
    return null;
  }
}
