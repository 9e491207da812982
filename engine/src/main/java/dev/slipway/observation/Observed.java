package dev.slipway.observation;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.diff.Change;
import dev.slipway.hazard.HazardRules;
import dev.slipway.plan.Footprint;
import dev.slipway.plan.Hazard;
import java.util.List;

/**
 * One statement as it was seen to run.
 *
 * @param part the migration that it is of
 * @param number which one of that it is, from 1
 * @param statement the statement
 * @param footprint what the server did for it
 * @param changes what it changed of the schema
 * @param hazards what is dangerous about it
 */
public record Observed(
    String part,
    int number,
    ScriptStatement statement,
    Footprint footprint,
    List<Change> changes,
    List<Hazard> hazards) {

  /** Copies the lists. */
  public Observed {
    changes = List.copyOf(changes);
    hazards = List.copyOf(hazards);
  }

  /** The same without what later statements made good. */
  Observed until(Catalog end) {
    return new Observed(
        part,
        number,
        statement,
        footprint,
        changes,
        hazards.stream().filter(hazard -> HazardRules.hold(hazard, end)).toList());
  }
}
