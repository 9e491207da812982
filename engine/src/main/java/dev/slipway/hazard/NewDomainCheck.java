package dev.slipway.hazard;

import dev.slipway.catalog.DomainConstraint;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** Stored values of a domain must satisfy a new condition. */
final class NewDomainCheck extends ChangeRule {

  NewDomainCheck() {
    super(HazardCode.NEW_DOMAIN_CHECK);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (NewObject.of(change) instanceof DomainConstraint check
        && check.validated()
        && !(change instanceof Change.Alter)
        && impact.from().has(check.parent())) {
      return new Hazard(
          HazardCode.NEW_DOMAIN_CHECK,
          check.id(),
          "Every column of "
              + check.parent()
              + " is read, in every table that has one, while its writers wait; one value that"
              + " does not satisfy "
              + check.definition()
              + " stops it.",
          "Add it NOT VALID and validate it later, or put the condition on the table instead.");
    }
    return null;
  }
}
