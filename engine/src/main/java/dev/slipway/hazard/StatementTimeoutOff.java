package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Trial;
import java.util.List;

/** A statement holds a lock, and nothing ends it. */
final class StatementTimeoutOff implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.STATEMENT_TIMEOUT_OFF;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.failed().contains(Trial.WITHOUT_END)
        ? footprint.locks().stream()
            .filter(lock -> lock.mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
            .filter(lock -> impact.from().has(lock.on()))
            .limit(1)
            .map(lock ->
                new Hazard(
                    HazardCode.STATEMENT_TIMEOUT_OFF,
                    lock.on(),
                    "It holds the lock of " + lock.on() + " for as long as it takes.",
                    "Set statement_timeout before it, or say in Slipway's scripts how long it may"
                        + " take: -- slipway: timeout: 30s."))
            .toList()
        : List.of();
  }
}
