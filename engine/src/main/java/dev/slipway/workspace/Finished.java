package dev.slipway.workspace;

import dev.slipway.diff.Change;
import dev.slipway.migration.Migration;
import java.util.List;

/**
 * What was found about a migration that a person wrote.
 *
 * @param migration the migration
 * @param changes what it makes of the schema; empty when it changes rows alone
 * @param written whether its catalog was written; otherwise it was right already
 */
public record Finished(Migration migration, List<Change> changes, boolean written) {

  /** Copies the list. */
  public Finished {
    changes = List.copyOf(changes);
  }
}
