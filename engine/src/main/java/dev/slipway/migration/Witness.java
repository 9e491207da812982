package dev.slipway.migration;

import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Who looks on while statements run, from within the session that runs them. What it does there
 * leaves no trace. Called from the run's own thread; what it throws ends the run.
 */
public interface Witness {

  /** Looks away. */
  Witness NOBODY = new Witness() {};

  /** A transaction begins; the one that was open before it was committed or rolled back. */
  default void began() {}

  /** What ran since the transaction began is taken back, and runs again in smaller ones. */
  default void tookBack() {}

  /**
   * A statement is about to run.
   *
   * @param part the migration, or what the statements are called
   * @param number which one it is, from 1
   * @param statement the statement
   * @param connection the session; in auto-commit mode where no transaction may hold the statement
   */
  default void before(String part, int number, ScriptStatement statement, Connection connection)
      throws SQLException {}

  /** The server remarks something about the statement that just ran. */
  default void notice(String message) {}

  /**
   * A statement ran.
   *
   * @param number which one it is, from 1
   * @param connection the session
   */
  default void after(int number, Connection connection) throws SQLException {}
}
