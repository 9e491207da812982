package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** How an engine runs other people's statements in a transaction. Stateless and thread-safe. */
public interface Transactions {

  /**
   * Makes a session one without a trace of what ran before: settings, role, temporary tables and
   * cursors are those of a new login. Only the target's lock stays.
   *
   * @param connection a connection in auto-commit mode
   * @param lockTimeout how long a statement may wait for a lock
   */
  void renew(Connection connection, Duration lockTimeout) throws SQLException;

  /**
   * Begins a transaction; what the session is set to holds in it.
   *
   * @param connection a connection in auto-commit mode
   * @param modes its modes, as {@link Conduct.Begins} has them; empty for the session's own
   */
  void begin(Connection connection, String modes) throws SQLException;

  /**
   * Begins a transaction that sees one snapshot and writes nothing.
   *
   * @param connection a connection in auto-commit mode
   * @param statementTimeout how long a statement may take
   */
  void beginReadOnly(Connection connection, Duration statementTimeout) throws SQLException;

  /**
   * Brings what was put off to the commit to light, and gives back the role and the names that the
   * statements may have changed until the transaction ends: what follows is Slipway's own.
   */
  void settle(Connection connection) throws SQLException;

  /** Stops whatever statement runs on a connection just now; from another thread. */
  void cancel(Connection connection) throws SQLException;

  /** Ends the transaction without a trace and goes back to auto-commit mode. */
  void rollback(Connection connection) throws SQLException;

  /** Commits the transaction and goes back to auto-commit mode. */
  void commit(Connection connection) throws SQLException;

  /**
   * Waits for further locks of the open transaction so briefly that nobody else is ended for a
   * deadlock with it: who holds one lock and waits for another can be part of one.
   *
   * @param before the limit that the session has; where a script has set another, that stays
   */
  void waitBriefly(Connection connection, Duration before) throws SQLException;

  /**
   * Has the session wait for locks for another time, unless it was told a time by somebody else.
   *
   * @param before how long it waits now
   * @param after how long it shall
   */
  void lockTimeout(Connection connection, Duration before, Duration after) throws SQLException;

  /**
   * Limits how long a statement may take.
   *
   * @param timeout the time in the engine's own words
   * @return what it was before
   */
  String statementTimeout(Connection connection, String timeout) throws SQLException;

  /** How a statement stands to transactions, by its words alone. */
  Conduct conduct(ScriptStatement statement);

  /** What the server said. */
  ServerError explain(SQLException error);
}
