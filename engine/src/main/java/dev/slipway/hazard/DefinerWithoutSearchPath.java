package dev.slipway.hazard;

import dev.slipway.catalog.Routine;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A function runs with its owner's rights, and names mean what the caller wants. */
final class DefinerWithoutSearchPath extends ChangeRule {

  DefinerWithoutSearchPath() {
    super(HazardCode.DEFINER_WITHOUT_SEARCH_PATH);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Routine routine
        && FunctionWithoutSearchPath.isUnpinned(routine)
        && FunctionWithoutSearchPath.isDefiner(routine)) {
      return new Hazard(
          HazardCode.DEFINER_WITHOUT_SEARCH_PATH,
          routine.id(),
          routine.id()
              + " runs with its owner's rights, but whoever calls it decides by search_path what"
              + " the names in it mean.",
          "Add: set search_path = '' and write names with their schema.");
    }
    return null;
  }
}
