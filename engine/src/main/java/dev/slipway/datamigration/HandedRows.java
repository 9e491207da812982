package dev.slipway.datamigration;

import dev.slipway.migration.BatchWork;
import dev.slipway.schema.DataMigration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Hands the rows of a batch to a class.
 *
 * @param migration an object of it
 */
record HandedRows(DataMigration migration) implements BatchWork {

  /** jOOQ warns of every server but the newest, although the dialect is the same to it. */
  private static final Logger OF_VERSIONS =
      Logger.getLogger("org.jooq.impl.DefaultExecuteContext.logVersionSupport");

  static {
    OF_VERSIONS.setLevel(Level.SEVERE);
  }

  /** Makes sure that nobody is warned of his server's version. */
  static void quiet() {
    OF_VERSIONS.setLevel(Level.SEVERE);
  }

  @Override
  public long run(Connection connection, String select) throws SQLException, Failure {
    // Whoever ends the transaction by a statement of his own has no savepoint afterwards.
    Savepoint begin = connection.setSavepoint();
    Connection open = OpenTransaction.of(connection);
    DSLContext database =
        DSL.using(open, SQLDialect.POSTGRES).configuration().derive(OpenTransaction.PROVIDER).dsl();
    Result<Record> rows = rows(connection, select, database);
    if (!rows.isEmpty()) {
      hand(rows, database);
    }
    requireOpen(connection, begin);
    return rows.size();
  }

  private static void requireOpen(Connection connection, Savepoint begin) throws Failure {
    try {
      connection.releaseSavepoint(begin);
    } catch (SQLException e) {
      throw new Failure(
          "it ended the transaction of its batch by a statement of its own; what it wrote before"
              + " that stays, and the batch comes again",
          e);
    }
  }

  private static Result<Record> rows(Connection connection, String select, DSLContext database)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet found = statement.executeQuery(select)) {
        return database.fetch(found);
      }
    }
  }

  private void hand(Result<Record> rows, DSLContext database) throws SQLException, Failure {
    try {
      migration.migrate(rows, database);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      SQLException refusal = refusal(e);
      if (refusal != null) {
        throw refusal;
      }
      throw new Failure(e + place(e), e);
    }
  }

  /** What the server said, where it was that; such as that others hold what is needed. */
  private static @Nullable SQLException refusal(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLException refusal && refusal.getSQLState() != null) {
        return refusal;
      }
    }
    return null;
  }

  /** The line of the class itself that it came through. */
  private String place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(migration.getClass().getName()))
        .findFirst()
        .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
        .orElse("");
  }
}
