package dev.slipway.workspace;

import dev.slipway.migration.Migration;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code generate} found and did.
 *
 * @param plan the plan; empty when the definition and the last migration agree
 * @param refused the hazards that lose data and are not allowed; nothing was written when there is
 *     one
 * @param migration the migration that was written; null for a dry run, a refusal or an empty plan
 */
public record Generated(Plan plan, List<Hazard> refused, @Nullable Migration migration) {

  /** Copies the list. */
  public Generated {
    refused = List.copyOf(refused);
  }
}
