package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The sessions of a server: whose they are, and who keeps whom waiting. Stateless, thread-safe. */
public interface Sessions {

  /** The number by which the server knows the session that answers. */
  long number(Connection connection) throws SQLException;

  /** As whom the session that answers works. */
  Login login(Connection connection) throws SQLException;

  /**
   * The statements that would let the role of the session read what Slipway keeps in the database;
   * empty where it may, or nothing is kept there yet.
   */
  List<String> grantsToRead(Connection connection) throws SQLException;

  /**
   * Whether something between here and the server may give a connection's session to somebody else
   * from one transaction to the next.
   *
   * @param connection a connection outside of a transaction
   * @param number the number of the session that answered it last
   * @param another opens a further connection to the same address; used only where there is doubt
   */
  boolean isShared(Connection connection, long number, Supplier<Connection> another)
      throws SQLException;

  /**
   * The sessions that hold what another one waits for; empty when it does not wait.
   *
   * @param connection a connection beside the one that waits
   * @param waiting the number of the session that waits
   */
  List<Blocker> blockers(Connection connection, long waiting) throws SQLException;

  /**
   * Whether a session waits for a lock at this moment; cheap enough to be asked many times a
   * second.
   *
   * @param connection a connection beside it
   * @param session its number
   */
  boolean isWaiting(Connection connection, long session) throws SQLException;

  /**
   * For how long a session has been waiting for the lock that it waits for now; zero when it does
   * not wait.
   *
   * @param connection a connection beside it
   * @param session its number
   */
  Duration waiting(Connection connection, long session) throws SQLException;

  /**
   * Cancels what a session does, or ends it with its transaction.
   *
   * @param connection a connection beside it
   * @param session its number
   * @param whole whether the session is ended and not only its statement
   * @return whether the server did so
   */
  boolean end(Connection connection, long session, boolean whole) throws SQLException;
}
