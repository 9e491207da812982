package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.plan.RowCheck;
import java.nio.file.Path;
import java.util.List;

/**
 * What a generated migration demands of the rows of its target. It is known of the script that was
 * generated alone: one that was edited since may mend the rows itself.
 *
 * @param script the hash of the content of that script
 * @param checks the demands; one at least
 */
public record RowDemands(String script, List<RowCheck> checks) {

  /** Copies the list. */
  public RowDemands {
    checks = List.copyOf(checks);
  }

  /**
   * Those of a script.
   *
   * @param text the script
   * @param checks the demands
   * @param dialect its engine
   */
  public static RowDemands of(String text, List<RowCheck> checks, Dialect dialect) {
    return new RowDemands(
        MigrationScript.up(Path.of(Migration.UP), text, dialect).hash().content(), checks);
  }

  /** Those of the script of a way back. */
  public static RowDemands back(String text, List<RowCheck> checks, Dialect dialect) {
    return new RowDemands(
        MigrationScript.down(Path.of(Migration.DOWN), text, dialect).hash().content(), checks);
  }

  /** Whether they are those of a script as it is now. */
  public boolean areOf(MigrationScript of) {
    return of.hash().content().equals(script);
  }
}
