package dev.slipway.hazard;

import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.LockMode;
import java.util.List;

/** A statement waits for a lock without end, and all others behind it. */
final class LockTimeoutOff implements HazardRule {

  @Override
  public HazardCode code() {
    return HazardCode.LOCK_TIMEOUT_OFF;
  }

  @Override
  public List<Hazard> assess(Impact impact) {
    if (impact.observed() == null) {
      return List.of();
    }
    Footprint footprint = impact.observed().footprint();
    return footprint.lockTimeout()
        ? List.of()
        : footprint.locks().stream()
            .filter(lock -> lock.mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
            .filter(lock -> impact.from().has(lock.on()))
            .limit(1)
            .map(lock ->
                new Hazard(
                    HazardCode.LOCK_TIMEOUT_OFF,
                    lock.on(),
                    "It waits for the lock of "
                        + lock.on()
                        + " without end, and everybody else waits behind it.",
                    "Leave lock_timeout as Slipway sets it, or set a short one: set lock_timeout ="
                        + " '2s'."))
            .toList();
  }
}
