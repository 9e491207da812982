package dev.slipway.hazard;

import dev.slipway.catalog.Domain;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import org.jspecify.annotations.Nullable;

/** A new domain has a condition, which is hard to change later. */
final class DomainWithCheck extends ChangeRule {

  DomainWithCheck() {
    super(HazardCode.DOMAIN_WITH_CHECK);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    ObjectId domain =
        switch (change) {
          case Change.Create(Domain created) when created.notNull() -> created.id();
          case Change.Create(DomainConstraint check) when !impact.from().has(check.parent()) ->
              check.parent();
          default -> null;
        };
    return domain == null
        ? null
        : new Hazard(
            HazardCode.DOMAIN_WITH_CHECK,
            domain,
            "A condition of "
                + domain
                + " can't be changed later without reading every table that has a column of it.",
            "Put the condition on the tables, where it can be added NOT VALID.");
  }
}
