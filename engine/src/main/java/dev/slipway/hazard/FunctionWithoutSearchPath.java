package dev.slipway.hazard;

import dev.slipway.catalog.Routine;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names in a function mean what the caller's search_path says. */
final class FunctionWithoutSearchPath extends ChangeRule {

  FunctionWithoutSearchPath() {
    super(HazardCode.FUNCTION_WITHOUT_SEARCH_PATH);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Routine routine
        && isUnpinned(routine)
        && !isDefiner(routine)) {
      return new Hazard(
          HazardCode.FUNCTION_WITHOUT_SEARCH_PATH,
          routine.id(),
          "The names in " + routine.id() + " mean what its caller's search_path says.",
          "Add: set search_path = '' and write names with their schema.");
    }
    return null;
  }

  /** Whether the text of a function is read anew with each call, by the caller's path. */
  static boolean isUnpinned(Routine routine) {
    return routine.body() == null
        && !routine.definition().toLowerCase(Locale.ROOT).contains("set search_path");
  }

  static boolean isDefiner(Routine routine) {
    return routine.definition().toLowerCase(Locale.ROOT).contains("security definer");
  }
}
