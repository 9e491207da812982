package dev.slipway.testing;

import dev.slipway.embedded.EmbeddedOptions;
import java.nio.file.Path;

/**
 * What is done to an empty database before tests get copies of it.
 *
 * <p>It runs once in a process for all preparations that are {@link Object#equals equal}; a record
 * makes a good one. It may be called by any thread, but not by two at once for one template.
 */
@FunctionalInterface
public interface DatabasePreparation {

  /**
   * Prepares the template.
   *
   * @param database an empty database; connections that are left open are closed by force
   * @throws Exception to fail every test that wants it
   */
  void prepare(SlipwayDatabase database) throws Exception;

  /** The major version of PostgreSQL where the test names none. */
  default int postgres() {
    return EmbeddedOptions.DEFAULT_VERSION;
  }

  /**
   * The prelude and the migrations of a project.
   *
   * @param folder the one that holds {@code slipway.yml}, or one below it
   */
  static DatabasePreparation migrations(Path folder) {
    return new ProjectMigrations(folder);
  }

  /**
   * An SQL file of the class path.
   *
   * @param resource its path, without a leading slash
   */
  static DatabasePreparation script(String resource) {
    return new ResourceScript(resource);
  }

  /** This, and then another. */
  default DatabasePreparation then(DatabasePreparation next) {
    return new PreparationSequence(this, next);
  }
}
