package dev.slipway.testing;

import dev.slipway.config.Configuration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.Target;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.Prelude;
import dev.slipway.source.SourceReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
  public void prepare(SlipwayDatabase database) throws SQLException {
    Configuration configuration = configuration();
    Dialect dialect = new Postgres();
    try (Connection connection = database.connect()) {
      for (Path file : configuration.prelude()) {
        Prelude.load(connection, SourceReader.scripts(dialect, file, configuration.root()));
      }
    }
    new Executor(
            Target.at(dialect, new DatabaseUrl(database.jdbcUrl())), ExecutorOptions.defaults())
        .migrate(new MigrationFolder(configuration.migrations(), dialect).history(), null);
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
