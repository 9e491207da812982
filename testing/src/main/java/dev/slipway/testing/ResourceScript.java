package dev.slipway.testing;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** An SQL file of the class path, run statement by statement. */
record ResourceScript(String resource) implements DatabasePreparation {

  @Override
  public void prepare(SlipwayDatabase database) throws SQLException, IOException {
    Dialect dialect = new Postgres();
    try (Connection connection = database.connect()) {
      for (ScriptStatement statement : dialect.split(text())) {
        run(connection, statement);
      }
    }
  }

  private void run(Connection connection, ScriptStatement statement) {
    try (Statement sql = connection.createStatement()) {
      sql.setEscapeProcessing(false);
      sql.execute(statement.sql());
    } catch (SQLException e) {
      throw new SlipwayException(
          TestingError.TEST_SCRIPT_REFUSED,
          "The database refuses " + resource + ", line " + statement.line() + ": " + e.getMessage(),
          "Mend the script; its statements run one by one, each in a transaction of its own.",
          e);
    }
  }

  private String text() throws IOException {
    try (InputStream file = open()) {
      if (file == null) {
        throw new SlipwayException(
            TestingError.TEST_SCRIPT_MISSING,
            "There is no file " + resource + " on the class path.",
            "Put it into src/test/resources, or mend its path; it begins without a slash.");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private @Nullable InputStream open() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return (loader == null ? ResourceScript.class.getClassLoader() : loader)
        .getResourceAsStream(resource);
  }
}
