package dev.slipway.planner;

import dev.slipway.error.SlipwayException;
import dev.slipway.shadow.ShadowRoles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs generated statements on a shadow, in one transaction, or in the one that is open.
 *
 * <p>A role that a statement names is created when the shadow's server does not know it, as it is
 * for definitions: roles belong to a server, and that of a target has others.
 */
final class Sql {

  private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.*)\" does not exist");
  private static final String PROVIDER = "security label provider";
  private static final String UNDEFINED_OBJECT = "42704";

  /** How many characters go to the server at once: a round trip for each statement takes longer. */
  private static final int TOGETHER = 50_000;

  private final List<String> statements;
  private final IntConsumer done;
  private String current = "";

  private Sql(List<String> statements, IntConsumer done) {
    this.statements = statements;
    this.done = done;
  }

  static void run(Connection connection, List<String> statements) {
    run(connection, statements, done -> {});
  }

  /**
   * Runs statements.
   *
   * @param done is told now and then how many have run
   */
  static void run(Connection connection, List<String> statements, IntConsumer done) {
    var sql = new Sql(statements, done);
    try (Statement statement = connection.createStatement()) {
      boolean isOwn = connection.getAutoCommit();
      connection.setAutoCommit(false);
      statement.setEscapeProcessing(false);
      try {
        if (!sql.runTogether(statement)) {
          sql.runOneByOne(statement);
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
      throw sql.failed(e);
    }
  }

  /** Runs a generated statement that no transaction may hold. */
  static void runAlone(Connection connection, String alone) {
    var sql = new Sql(List.of(alone), done -> {});
    sql.current = alone;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(alone);
    } catch (SQLException e) {
      throw sql.failed(e);
    }
  }

  private SlipwayException failed(SQLException e) {
    if (String.valueOf(e.getMessage()).contains(PROVIDER)) {
      return new SlipwayException(
          PlannerError.PROOF_IMPOSSIBLE,
          "A security label can't be given on a copy of the database, so that nothing that has to"
              + " do with one can be proved there: "
              + e.getMessage()
              + "\n"
              + current,
          "Leave the label out of every comparison by naming it, as \"security label for PROVIDER"
              + " on KIND NAME\" and with a reason, under allow_unmodelled in slipway.yml."
              + " Nothing was changed.",
          e);
    }
    return new SlipwayException(
        PlannerError.PROOF_STEP_FAILED,
        "A generated step fails on an empty copy of the database: "
            + e.getMessage()
            + "\n"
            + current,
        "This is a defect of Slipway: nothing was written. Please report it with the definition"
            + " before and after.",
        e);
  }

  /** Whether all went well; otherwise nothing of it happened. */
  private boolean runTogether(Statement statement) throws SQLException {
    Savepoint start = statement.getConnection().setSavepoint();
    try {
      var chunk = new StringBuilder();
      int count = 0;
      for (String each : statements) {
        chunk.append(each).append(";\n");
        count++;
        if (chunk.length() > TOGETHER) {
          statement.execute(chunk.toString());
          chunk.setLength(0);
          done.accept(count);
        }
      }
      if (!chunk.isEmpty()) {
        statement.execute(chunk.toString());
      }
      return true;
    } catch (SQLException e) {
      statement.getConnection().rollback(start);
      return false;
    }
  }

  private void runOneByOne(Statement statement) throws SQLException {
    Set<String> created = new HashSet<>();
    Savepoint start = statement.getConnection().setSavepoint();
    int next = 0;
    while (next < statements.size()) {
      current = statements.get(next);
      String role = execute(statement, current);
      if (role == null) {
        next++;
        done.accept(next);
      } else {
        statement.getConnection().rollback(start);
        createRole(statement, role);
        if (!created.add(role)) {
          throw new SQLException("the role " + role + " is missing", UNDEFINED_OBJECT);
        }
        start = statement.getConnection().setSavepoint();
        next = 0;
      }
    }
  }

  /** Another session may create the same one at this moment, which is as good. */
  private static void createRole(Statement statement, String role) throws SQLException {
    Savepoint before = statement.getConnection().setSavepoint();
    try {
      statement.execute(ShadowRoles.creation(role));
    } catch (SQLException e) {
      statement.getConnection().rollback(before);
    }
  }

  /** Executes a statement; the name of the role that it lacks, null when it is done. */
  private static @Nullable String execute(Statement statement, String sql) throws SQLException {
    try {
      statement.execute(sql);
      return null;
    } catch (SQLException e) {
      Matcher missing = MISSING_ROLE.matcher(String.valueOf(e.getMessage()));
      if (UNDEFINED_OBJECT.equals(e.getSQLState()) && missing.find()) {
        return missing.group(1);
      }
      throw e;
    }
  }
}
