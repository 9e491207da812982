package dev.slipway.postgres;

import dev.slipway.dialect.Conduct;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.ServerError;
import dev.slipway.dialect.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Transactions of migrations on PostgreSQL: DDL is transactional, session settings are too. */
final class PostgresTransactions implements Transactions {

  /** Settings, role and user as they were when the connection was opened. */
  private static final String RESET =
      "reset session authorization; reset role; reset all; " + PostgresConnection.SETTINGS;

  /** SQLSTATE of a setting that the platform has no use for (manual, Appendix A). */
  private static final String INVALID_VALUE = "22023";

  /** What a session can keep beside settings; the lock is kept. */
  private static final String FORGET = "close all; unlisten *; discard temp; discard sequences";

  /**
   * A third of the time after which others look for a deadlock; less than what they wait already.
   */
  private static final String WAIT_BRIEFLY =
      """
      select pg_catalog.set_config('lock_timeout', brief.milliseconds::pg_catalog.text, true)
        from (select pg_catalog.current_setting('lock_timeout')::pg_catalog.interval as now,
                     greatest(1, pg_catalog.floor(extract(epoch from
                       pg_catalog.current_setting('deadlock_timeout')::pg_catalog.interval) * 300))
                       as milliseconds) brief
       where brief.now = pg_catalog.make_interval(secs => ?)
         and brief.milliseconds < extract(epoch from brief.now) * 1000
      """;

  /**
   * Whether SQL prepared statements by name. The driver's own are not from SQL, and would have to
   * be prepared anew for each migration if all were forgotten.
   */
  private static final String HAS_PREPARED =
      "select pg_catalog.count(*) filter (where from_sql) > 0 from"
          + " pg_catalog.pg_prepared_statements";

  /**
   * Without it a statement of a process that was killed runs to its end, and holds the target's
   * lock until then. Servers on platforms that can't tell refuse the setting.
   */
  private static final String END_WITH_PROCESS = "set client_connection_check_interval = '1s'";

  @Override
  public void renew(Connection connection, Duration lockTimeout) throws SQLException {
    String all = RESET + "; " + FORGET + "; set lock_timeout = " + lockTimeout.toMillis();
    boolean hasPrepared;
    try {
      hasPrepared = isTrueAtLast(connection, all + "; " + END_WITH_PROCESS + "; " + HAS_PREPARED);
    } catch (SQLException e) {
      if (!INVALID_VALUE.equals(e.getSQLState())) {
        throw e;
      }
      hasPrepared = isTrueAtLast(connection, all + "; " + HAS_PREPARED);
    }
    if (hasPrepared) {
      execute(connection, "deallocate all");
    }
  }

  /** Executes statements at once; what the last of them, a query, says. */
  private static boolean isTrueAtLast(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean isTrue = false;
      boolean hasRows = statement.execute(sql);
      while (hasRows || statement.getUpdateCount() != -1) {
        if (hasRows) {
          try (ResultSet rows = statement.getResultSet()) {
            isTrue = rows.next() && rows.getBoolean(1);
          }
        }
        hasRows = statement.getMoreResults();
      }
      return isTrue;
    }
  }

  @Override
  public void begin(Connection connection, String modes) throws SQLException {
    connection.setAutoCommit(false);
    if (!modes.isEmpty()) {
      execute(connection, "set transaction " + modes);
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
    execute(
        connection,
        "set constraints all immediate;"
            + " set local session authorization default; set local role to default;"
            + " set local search_path = pg_catalog; set local statement_timeout = 0");
  }

  @Override
  public void cancel(Connection connection) throws SQLException {
    connection.unwrap(PGConnection.class).cancelQuery();
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
  public void lockTimeout(Connection connection, Duration before, Duration after)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select pg_catalog.set_config('lock_timeout', ?, false)"
                + " where pg_catalog.current_setting('lock_timeout')::pg_catalog.interval"
                + " = pg_catalog.make_interval(secs => ?)")) {
      statement.setString(1, String.valueOf(after.toMillis()));
      statement.setDouble(2, before.toMillis() / 1000.0);
      statement.execute();
    }
  }

  /** The server ends whoever notices a deadlock first (manual, 20.12 deadlock_timeout). */
  @Override
  public void waitBriefly(Connection connection, Duration before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WAIT_BRIEFLY)) {
      statement.setDouble(1, before.toMillis() / 1000.0);
      statement.execute();
    }
  }

  @Override
  public String statementTimeout(Connection connection, String timeout) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select old.timeout, pg_catalog.set_config('statement_timeout', ?, false)"
                + " from (select pg_catalog.current_setting('statement_timeout') offset 0)"
                + " old(timeout)")) {
      statement.setString(1, timeout);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @Override
  public Conduct conduct(ScriptStatement statement) {
    return TransactionRules.conduct(statement.sql());
  }

  @Override
  public ServerError explain(SQLException error) {
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    ServerErrorMessage server = error instanceof PSQLException e ? e.getServerErrorMessage() : null;
    String message = server == null ? error.getMessage() : server.getMessage();
    return new ServerError(
        isShared(state, message) ? ServerError.Kind.SHARED_SESSION : kind(state),
        state,
        message == null ? error.getClass().getSimpleName() : message,
        server == null ? 0 : server.getPosition(),
        server == null ? null : server.getDetail(),
        server == null ? null : server.getHint(),
        server == null ? null : server.getWhere());
  }

  /**
   * Statements that the driver prepared are gone, or are there already: it names them S_1, S_2 …
   */
  private static boolean isShared(String state, @Nullable String message) {
    return (state.equals("42P05") || state.equals("26000"))
        && message != null
        && message.contains("\"S_");
  }

  /** Manual, Appendix A. PostgreSQL Error Codes. */
  private static ServerError.Kind kind(String state) {
    return switch (state) {
      case "25001", "2D000" -> ServerError.Kind.NOT_IN_TRANSACTION;
      case "55P04" -> ServerError.Kind.NEEDS_COMMIT_BEFORE;
      case "55P03" -> ServerError.Kind.LOCK_TIMEOUT;
      case "40P01", "40001" -> ServerError.Kind.CONFLICT;
      case "57014" -> ServerError.Kind.CANCELED;
      case "57P01", "57P02", "57P03", "57P05" -> ServerError.Kind.CONNECTION_LOST;
      default ->
          state.startsWith("08") ? ServerError.Kind.CONNECTION_LOST : ServerError.Kind.REFUSED;
    };
  }
}
