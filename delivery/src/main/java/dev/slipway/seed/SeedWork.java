package dev.slipway.seed;

import dev.slipway.datamigration.SeedClass;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.DirectWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A seed as it is written into an environment.
 *
 * @param dialect the engine
 * @param file its file
 * @param type the class that it names; null where it has statements
 * @param environment the environment's name
 */
record SeedWork(Dialect dialect, SeedFile file, @Nullable SeedClass type, String environment)
    implements DirectWork {

  @Override
  public String name() {
    return file.name();
  }

  /** The hash of what it does, by which it is known whether that was done. */
  @Override
  public String note() {
    return "-- sha256 " + file.hash() + (type == null ? "" : " " + type.hash());
  }

  @Override
  public int run(Connection connection) throws SQLException {
    if (type != null) {
      type.run(connection, environment);
      return 1;
    }
    for (ScriptStatement statement : file.statements()) {
      try {
        run(connection, statement);
      } catch (SQLException e) {
        throw new SlipwayException(
            SeedError.SEED_FAILED,
            file.file()
                + ":"
                + statement.line()
                + ": "
                + String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
                + ".",
            "Mend the statement, then run the command again. Nothing of this file stays; the files"
                + " before it do.",
            e);
      }
    }
    return file.statements().size();
  }

  private void run(Connection connection, ScriptStatement statement) throws SQLException {
    String rows = statement.rows();
    if (rows != null) {
      dialect.load(connection, statement.sql(), rows);
      return;
    }
    try (Statement sql = connection.createStatement()) {
      sql.setEscapeProcessing(false);
      sql.execute(statement.sql());
    }
  }
}
