package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an engine runs other people's statements in a transaction. Stateless and thread-safe. */
public interface Transactions {

  /**
   * Begins a transaction in a session without a trace of what ran before: settings and role are
   * those of the login.
   *
   * @param connection a connection in auto-commit mode
   * @param lockTimeout how long a statement may wait for a lock
   */
  void begin(Connection connection, Duration lockTimeout) throws SQLException;

  /**
   * Begins a transaction that sees one snapshot and writes nothing.
   *
   * @param connection a connection in auto-commit mode
   * @param statementTimeout how long a statement may take
   */
  void beginReadOnly(Connection connection, Duration statementTimeout) throws SQLException;

  /**
   * Brings what was put off to the commit to light, and gives back the role that the statements may
   * have changed: what follows is Slipway's own.
   */
  void settle(Connection connection) throws SQLException;

  /** Ends the transaction without a trace and goes back to auto-commit mode. */
  void rollback(Connection connection) throws SQLException;

  /** Commits the transaction and goes back to auto-commit mode. */
  void commit(Connection connection) throws SQLException;

  /**
   * Why a statement would break the transaction it is in, as a sentence; null when it would not.
   */
  @Nullable String refusal(ScriptStatement statement);

  /** What the server said. */
  ServerError explain(SQLException error);
}
