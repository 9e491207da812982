package dev.slipway.workspace;

import dev.slipway.diff.Change;
import dev.slipway.migration.Migration;
import dev.slipway.plan.Hazard;
import java.util.List;

/**
 * What was found about a migration that a person wrote.
 *
 * @param migration the migration
 * @param changes what it makes of the schema; empty when it changes rows alone
 * @param written whether its catalog was written; otherwise it was right already, or refused
 * @param hazards what is dangerous about its statements
 * @param refused what of that loses data and is not allowed; nothing is written then
 */
public record Finished(
    Migration migration,
    List<Change> changes,
    boolean written,
    List<SeenHazard> hazards,
    List<Hazard> refused) {

  /** Copies the lists. */
  public Finished {
    changes = List.copyOf(changes);
    hazards = List.copyOf(hazards);
    refused = List.copyOf(refused);
  }
}
