package dev.slipway.source;

import dev.slipway.shadow.ShadowDatabase;
import java.nio.file.Path;

/** Runs a folder of migrations in an empty database of a shadow. */
@FunctionalInterface
public interface Replay {

  /**
   * Runs all of them in the order of their history.
   *
   * @param database the empty database
   * @param migrations the folder
   * @throws dev.slipway.error.SlipwayException when the history is wrong, or a migration fails
   */
  void run(ShadowDatabase database, Path migrations);
}
