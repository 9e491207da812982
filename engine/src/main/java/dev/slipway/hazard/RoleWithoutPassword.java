package dev.slipway.hazard;

import dev.slipway.catalog.Role;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A role may log in from now on, but no migration ever holds its password. */
final class RoleWithoutPassword extends ChangeRule {

  RoleWithoutPassword() {
    super(HazardCode.ROLE_WITHOUT_PASSWORD);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof Role role
        && role.login()
        && !(impact.from().find(role.id()) instanceof Role old && old.login())) {
      return new Hazard(
          HazardCode.ROLE_WITHOUT_PASSWORD,
          role.id(),
          "The " + role.id() + " may log in, but is given no password: Slipway never holds one.",
          "Set it by hand in each environment, for instance with psql's \\password, or let the role"
              + " log in by a certificate or the platform's own means.");
    }
    return null;
  }
}
