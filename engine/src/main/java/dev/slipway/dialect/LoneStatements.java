package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What becomes of statements that can't be part of a transaction, such as {@code create index
 * concurrently}: when one is interrupted, the catalog says whether it took place. Stateless and
 * thread-safe.
 *
 * <p>Connections are in auto-commit mode, and the session is set as the statement needs it, so that
 * names mean what they mean to it.
 */
public interface LoneStatements {

  /**
   * Whether a statement waits for others in such a way that nobody who reads or writes waits behind
   * it, so that it may wait long.
   */
  boolean isPatient(ScriptStatement statement);

  /**
   * Clears away what would make the statement do nothing, and notes what is there before it runs.
   *
   * @return what {@link #effect} needs to know; without any text of the statement, which may hold
   *     secrets
   */
  String before(Connection connection, ScriptStatement statement) throws SQLException;

  /**
   * Whether a statement that was begun took place. What a half-done one left, such as an invalid
   * index, is cleared away.
   *
   * @param mark what was noted before it ran
   */
  Effect effect(Connection connection, ScriptStatement statement, String mark) throws SQLException;
}
