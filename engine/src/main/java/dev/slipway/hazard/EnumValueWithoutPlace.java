package dev.slipway.hazard;

import dev.slipway.catalog.EnumType;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A value comes at the end of an enum, where its order may not be meant. */
final class EnumValueWithoutPlace extends ChangeRule {

  EnumValueWithoutPlace() {
    super(HazardCode.ENUM_VALUE_WITHOUT_PLACE);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (change instanceof Change.Alter(EnumType before, EnumType after)
        && impact.observed() != null
        && after.values().size() > before.values().size()
        && after.values().subList(0, before.values().size()).equals(before.values())) {
      return new Hazard(
          HazardCode.ENUM_VALUE_WITHOUT_PLACE,
          after.id(),
          "The new value of " + after.id() + " comes last, also when rows are sorted by it.",
          "Say where it belongs: add value 'x' before 'y'; a value can't be moved later.");
    }
    return null;
  }
}
