package dev.slipway.testing;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** An SQL file of the class path, run as one transaction unless it holds transactions itself. */
record ResourceScript(String resource) implements DatabasePreparation {

  @Override
  public void prepare(SlipwayDatabase database) throws SQLException, IOException {
    String text = text();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      run(statement, text);
    }
  }

  private void run(Statement statement, String text) {
    try {
      statement.execute(text);
    } catch (SQLException e) {
      throw new SlipwayException(
          TestingError.TEST_SCRIPT_REFUSED,
          "The database refuses " + resource + ": " + e.getMessage(),
          "Mend the script; it runs on the database that the preparation before it left.",
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
