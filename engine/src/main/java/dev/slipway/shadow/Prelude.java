package dev.slipway.shadow;

import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL that stands for what a platform provides, such as Supabase's roles and its schema {@code
 * auth}.
 *
 * <p>It is written for an empty server. Roles belong to the server, not to the database, so one
 * that another database needed before is there already: that is no error here.
 */
public final class Prelude {

  /** SQLSTATE of an object that is there already (PostgreSQL manual, Appendix A). */
  static final String DUPLICATE_OBJECT = "42710";

  private Prelude() {}

  /**
   * Loads the prelude into an empty database, each statement by itself and in order.
   *
   * @param connection a connection in auto-commit mode
   * @param scripts the prelude
   * @throws SlipwayException when a statement is refused, with its place
   */
  public static void load(Connection connection, List<Script> scripts) {
    for (Script script : scripts) {
      for (ScriptStatement statement : script.statements()) {
        execute(connection, script, statement);
      }
    }
  }

  /**
   * The same in one transaction, so that nothing stays of it where a statement is refused.
   *
   * @param connection a connection in auto-commit mode, which it is left in
   * @param scripts the prelude
   * @throws SlipwayException when a statement is refused, with its place
   */
  public static void loadWhole(Connection connection, List<Script> scripts) throws SQLException {
    connection.setAutoCommit(false);
    try {
      load(connection, scripts);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void execute(Connection connection, Script script, ScriptStatement statement) {
    Savepoint before = savepoint(connection);
    try (Statement sql = connection.createStatement()) {
      sql.setEscapeProcessing(false);
      sql.execute(statement.sql());
      if (before != null) {
        connection.releaseSavepoint(before);
      }
    } catch (SQLException e) {
      if (DUPLICATE_OBJECT.equals(e.getSQLState())) {
        rollback(connection, before);
        return;
      }
      throw new SlipwayException(
          ShadowError.PRELUDE_REFUSED,
          "The database refuses "
              + script.origin()
              + ", line "
              + statement.line()
              + ": "
              + e.getMessage(),
          "Mend the prelude. It is loaded into an empty database, in the order of its statements.",
          e);
    }
  }

  private static @Nullable Savepoint savepoint(Connection connection) {
    try {
      return connection.getAutoCommit() ? null : connection.setSavepoint();
    } catch (SQLException e) {
      throw new IllegalStateException("a transaction takes savepoints", e);
    }
  }

  private static void rollback(Connection connection, @Nullable Savepoint before) {
    if (before != null) {
      try {
        connection.rollback(before);
      } catch (SQLException e) {
        throw new IllegalStateException("a savepoint can be gone back to", e);
      }
    }
  }
}
