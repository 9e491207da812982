package dev.slipway.migration;

import org.jspecify.annotations.Nullable;

/**
 * What was proved of the scripts of a migration that a person wrote: that they lead to its catalog
 * and back.
 *
 * @param up the hash of the way forth's content when it was proved; null when it never was
 * @param down the same of the way back
 */
public record Handwritten(@Nullable String up, @Nullable String down) {

  /** That nothing was proved yet. */
  public static Handwritten unfinished() {
    return new Handwritten(null, null);
  }

  /** That scripts were proved as they are now. */
  public static Handwritten of(MigrationScript up, MigrationScript down) {
    return new Handwritten(up.hash().content(), down.hash().content());
  }

  /** Whether they were proved as they are now. */
  boolean holds(MigrationScript nowUp, MigrationScript nowDown) {
    return nowUp.hash().content().equals(up) && nowDown.hash().content().equals(down);
  }
}
