package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is dangerous about a migration: known of its plan, or seen while a script that a person
 * wrote ran on a shadow. It is known of the script that was judged alone, and says nothing of one
 * that was edited since.
 *
 * @param up the hash of the content of that script
 * @param hazards the hazards; one at least, and no advice
 */
public record KnownHazards(String up, List<Hazard> hazards) {

  /** Copies the list. */
  public KnownHazards {
    hazards = List.copyOf(hazards);
  }

  /**
   * Those of a script; null where there are none.
   *
   * @param text the script
   * @param hazards what was found, with advice or without
   * @param dialect its engine
   */
  public static @Nullable KnownHazards of(String text, List<Hazard> hazards, Dialect dialect) {
    List<Hazard> found =
        hazards.stream()
            .filter(hazard -> hazard.code().severity() != HazardCode.Severity.ADVICE)
            .distinct()
            .toList();
    return found.isEmpty()
        ? null
        : new KnownHazards(
            MigrationScript.up(Path.of(Migration.UP), text, dialect).hash().content(), found);
  }

  /** Whether they are those of a script as it is now. */
  boolean areOf(MigrationScript script) {
    return script.hash().content().equals(up);
  }
}
