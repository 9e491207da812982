package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What a server does to tables by itself, such as vacuum, or lets others do beside readers and
 * writers. A statement that wants such a table for itself waits for that, and all who read or write
 * wait behind it; whoever asks for as much as the maintenance has waits alone. Stateless and
 * thread-safe.
 */
public interface Maintenance {

  /**
   * Tables under maintenance.
   *
   * @param tables their names in the engine's own words, in one order for everybody
   * @param lockTimeout how long the session waits for locks, in the engine's own words
   */
  record Underway(List<String> tables, String lockTimeout) {

    /** Copies the list. */
    public Underway {
      tables = List.copyOf(tables);
    }
  }

  /**
   * The tables under maintenance that statements name which may want them for themselves, as far as
   * the session's role can wait for them.
   *
   * @param connection a connection in auto-commit mode
   */
  Underway of(Connection connection, List<ScriptStatement> statements) throws SQLException;

  /**
   * Waits until the maintenance is over, and keeps other maintenance away until the transaction
   * ends. Nobody who reads or writes waits behind that.
   *
   * @param connection a connection whose transaction has just begun; it has no snapshot by this
   * @param atMost how long each table is waited for
   */
  void outwait(Connection connection, Underway underway, Duration atMost) throws SQLException;
}
