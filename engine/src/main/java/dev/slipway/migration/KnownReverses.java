package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How each step of a migration can be taken back. It is known of the scripts that it was found out
 * for alone, and says nothing of scripts that were edited since.
 *
 * @param up the hash of the content of the way forth
 * @param down the hash of the content of the way back
 * @param steps the steps in their order; one at least
 */
public record KnownReverses(String up, String down, List<StepReverse> steps) {

  /** Copies the list. */
  public KnownReverses {
    steps = List.copyOf(steps);
  }

  /**
   * Those of two scripts; null where there are none.
   *
   * @param up the way forth
   * @param down the way back
   * @param steps what was found out
   * @param dialect their engine
   */
  public static @Nullable KnownReverses of(
      String up, String down, List<StepReverse> steps, Dialect dialect) {
    return steps.isEmpty()
        ? null
        : new KnownReverses(
            MigrationScript.up(Path.of(Migration.UP), up, dialect).hash().content(),
            MigrationScript.down(Path.of(Migration.DOWN), down, dialect).hash().content(),
            steps);
  }

  /** Whether they were found out for a way forth. */
  boolean isUp(MigrationScript script) {
    return script.hash().content().equals(up);
  }

  /** Whether they are those of a migration as it is now. */
  boolean areOf(Migration migration) {
    return migration.up().hash().content().equals(up)
        && migration.down().hash().content().equals(down);
  }
}
