package dev.slipway.migration;

import dev.slipway.catalog.Fingerprint;
import dev.slipway.diff.Change;
import java.util.List;

/**
 * What {@code migration.json} says about a migration.
 *
 * @param parents the names of the migrations it was generated on; none for the first, more than one
 *     where branches meet
 * @param before the fingerprint it starts from
 * @param after the fingerprint it arrives at
 * @param renames the renames that were declared
 * @param allowed the hazards that are allowed
 * @param tool the version of Slipway that wrote it
 */
public record Manifest(
    List<String> parents,
    Fingerprint before,
    Fingerprint after,
    List<Change.Rename> renames,
    List<AllowedHazard> allowed,
    String tool) {

  /** Copies the lists. */
  public Manifest {
    parents = List.copyOf(parents);
    renames = List.copyOf(renames);
    allowed = List.copyOf(allowed);
  }
}
