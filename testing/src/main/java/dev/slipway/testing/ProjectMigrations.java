package dev.slipway.testing;

import dev.slipway.config.Configuration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The preparation that does what {@code slipway migrate} does: the prelude of the project, then all
 * of its migrations, on the version of PostgreSQL that it names. Immutable.
 *
 * @param folder the folder that holds {@code slipway.yml}, or one below it
 */
public record ProjectMigrations(Path folder) implements DatabasePreparation {

  /** Two folders are the same when their paths are. */
  public ProjectMigrations {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The project in whose folder the tests run. */
  public ProjectMigrations() {
    this(Path.of(""));
  }

  @Override
  public int postgres() {
    return configuration().postgres();
  }

  /**
   * Loads the prelude and applies the migrations.
   *
   * @throws SlipwayException when there is no project, or it does not migrate
   */
  @Override
  public void prepare(SlipwayDatabase database) {
    try (Workspace workspace = Workspace.open(configuration(), Clock.systemUTC())) {
      workspace.fill(new DatabaseUrl(database.jdbcUrl()));
    }
  }

  private Configuration configuration() {
    Path file = Configuration.find(folder);
    if (file == null) {
      throw new SlipwayException(
          TestingError.TEST_PROJECT_MISSING,
          "There is no slipway.yml in " + folder + " or above it.",
          "Make one with slipway init, or name another preparation in @SlipwayTest.");
    }
    return Configuration.load(file, file.toString(), System.getenv(), List.of());
  }
}
