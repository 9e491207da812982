package dev.slipway.e2e.judge;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs a script on a database, on to its end whatever fails. */
@FunctionalInterface
interface Loader {

  /** What was complained about, a line each. */
  List<String> run(DatabaseUrl url, String script);

  /** Loads with our own lexer, where no psql is wanted. */
  static Loader ours(Dialect dialect) {
    return (url, script) -> {
      List<String> complaints = new ArrayList<>();
      try (Connection connection = dialect.connect(url, "load")) {
        for (ScriptStatement statement : dialect.split(script)) {
          try (Statement sql = connection.createStatement()) {
            sql.setEscapeProcessing(false);
            sql.execute(statement.sql());
          } catch (SQLException e) {
            complaints.add(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
          }
        }
        return complaints;
      } catch (SQLException e) {
        throw new IllegalStateException("closing a connection failed", e);
      }
    };
  }
}
