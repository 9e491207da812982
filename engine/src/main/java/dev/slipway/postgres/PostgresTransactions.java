package dev.slipway.postgres;

import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.ServerError;
import dev.slipway.dialect.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Transactions of migrations on PostgreSQL: DDL is transactional, session settings are too. */
final class PostgresTransactions implements Transactions {

  /** Settings, role and user as they were when the connection was opened. */
  private static final String RESET =
      "reset session authorization; reset role; reset all; " + PostgresConnection.SETTINGS;

  private static final Set<String> CONTROL =
      Set.of("begin", "start", "commit", "end", "abort", "rollback");

  @Override
  public void begin(Connection connection, Duration lockTimeout) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, RESET);
    execute(connection, "set local lock_timeout = " + lockTimeout.toMillis());
    endWithProcess(connection);
  }

  /**
   * Without it a statement of a process that was killed runs to its end, and holds the target's
   * lock until then. Servers on platforms that can't tell refuse the setting.
   */
  private static void endWithProcess(Connection connection) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      execute(connection, "set local client_connection_check_interval = '1s'");
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      connection.rollback(before);
    }
  }

  @Override
  public void beginReadOnly(Connection connection, Duration statementTimeout) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, "set transaction isolation level repeatable read, read only");
    execute(connection, "set local statement_timeout = " + statementTimeout.toMillis());
  }

  @Override
  public void settle(Connection connection) throws SQLException {
    execute(connection, "set constraints all immediate");
    execute(connection, RESET);
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public @Nullable String refusal(ScriptStatement statement) {
    List<String> words = firstWords(statement.sql());
    String first = words.get(0);
    boolean isToSavepoint = first.equals("rollback") && words.contains("to");
    boolean isPrepared = first.equals("prepare") && words.subList(1, 2).contains("transaction");
    boolean isControl = CONTROL.contains(first) || isPrepared;
    return isControl && !isToSavepoint
        ? first.toUpperCase(Locale.ROOT) + " begins or ends a transaction."
        : null;
  }

  /** The first four words in lower case; what is no word, or not there, is empty. */
  private static List<String> firstWords(String sql) {
    var lexer = new PostgresLexer(sql);
    var words = new ArrayList<String>();
    while (words.size() < 4) {
      switch (lexer.next()) {
        case WORD -> words.add(lexer.token().toLowerCase(Locale.ROOT));
        case NUMBER, QUOTED, OPERATOR, PUNCTUATION, END -> words.add("");
        case LINE_COMMENT, BLOCK_COMMENT -> {}
      }
    }
    return words;
  }

  @Override
  public ServerError explain(SQLException error) {
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    ServerErrorMessage server = error instanceof PSQLException e ? e.getServerErrorMessage() : null;
    String message = server == null ? error.getMessage() : server.getMessage();
    return new ServerError(
        kind(state),
        state,
        message == null ? error.getClass().getSimpleName() : message,
        server == null ? 0 : server.getPosition(),
        server == null ? null : server.getDetail(),
        server == null ? null : server.getHint(),
        server == null ? null : server.getWhere());
  }

  /** Manual, Appendix A. PostgreSQL Error Codes. */
  private static ServerError.Kind kind(String state) {
    return switch (state) {
      case "25001", "2D000" -> ServerError.Kind.NOT_IN_TRANSACTION;
      case "55P04" -> ServerError.Kind.NEEDS_COMMIT_BEFORE;
      case "55P03" -> ServerError.Kind.LOCK_TIMEOUT;
      case "57014" -> ServerError.Kind.CANCELED;
      case "57P01", "57P02", "57P03", "57P05" -> ServerError.Kind.CONNECTION_LOST;
      default ->
          state.startsWith("08") ? ServerError.Kind.CONNECTION_LOST : ServerError.Kind.REFUSED;
    };
  }
}
