package dev.slipway.planner;

import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs generated statements on a shadow, in one transaction, or in the one that is open. */
final class Sql {

  private Sql() {}

  static void run(Connection connection, List<String> statements) {
    String current = "";
    try (Statement statement = connection.createStatement()) {
      boolean isOwn = connection.getAutoCommit();
      connection.setAutoCommit(false);
      statement.setEscapeProcessing(false);
      try {
        for (String sql : statements) {
          current = sql;
          statement.execute(sql);
        }
        if (isOwn) {
          connection.commit();
        }
      } finally {
        if (isOwn) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    } catch (SQLException e) {
      throw new SlipwayException(
          PlannerError.PROOF_STEP_FAILED,
          "A generated step fails on an empty copy of the database: "
              + e.getMessage()
              + "\n"
              + current,
          "This is a defect of Slipway: nothing was written. Please report it with the definition"
              + " before and after.",
          e);
    }
  }
}
