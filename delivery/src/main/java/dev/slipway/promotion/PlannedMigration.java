package dev.slipway.promotion;

import dev.slipway.migration.Migration;
import dev.slipway.migration.StepReverse.Standing;
import java.util.List;
import java.util.Locale;

/**
 * A migration of a plan.
 *
 * @param name its name
 * @param up the SHA-256 of up.sql, to the byte
 * @param down the SHA-256 of down.sql, to the byte
 * @param before the fingerprint that it starts from
 * @param after the fingerprint that it arrives at
 * @param wayBack how it can be taken back: {@code reversible}, {@code parked}, {@code irreversible}
 * @param lost what is lost for good when it is taken back, a sentence each
 */
public record PlannedMigration(
    String name,
    String up,
    String down,
    String before,
    String after,
    String wayBack,
    List<String> lost) {

  /** Copies the list. */
  public PlannedMigration {
    lost = List.copyOf(lost);
  }

  static PlannedMigration of(Migration migration) {
    List<String> lost = migration.irreversible();
    Standing standing =
        !lost.isEmpty()
            ? Standing.IRREVERSIBLE
            : migration.parks() ? Standing.PARKED : Standing.REVERSIBLE;
    return new PlannedMigration(
        migration.name(),
        migration.up().hash().raw(),
        migration.down().hash().raw(),
        migration.manifest().before().value(),
        migration.manifest().after().value(),
        standing.name().toLowerCase(Locale.ROOT),
        lost);
  }

  /** Whether it is what a migration in the folder is now. */
  boolean isThat(Migration migration) {
    return equals(of(migration));
  }
}
