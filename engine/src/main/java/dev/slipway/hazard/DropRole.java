package dev.slipway.hazard;

import dev.slipway.catalog.Role;
import dev.slipway.plan.HazardCode;

/** A role is dropped, and who uses it loses access. */
final class DropRole extends DropRule {

  DropRole() {
    super(HazardCode.DROP_ROLE, Role.class);
  }
}
