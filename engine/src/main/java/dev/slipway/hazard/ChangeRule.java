package dev.slipway.hazard;

import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule that looks at one change of the schema after the other. */
abstract class ChangeRule implements HazardRule {

  private final HazardCode code;

  ChangeRule(HazardCode code) {
    this.code = code;
  }

  @Override
  public final HazardCode code() {
    return code;
  }

  @Override
  public final List<Hazard> assess(Impact impact) {
    return impact.changes().stream()
        .map(change -> assess(change, impact))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The danger of one of the changes, or null. */
  abstract @Nullable Hazard assess(Change change, Impact impact);
}
