package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.RowParking;
import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Has rows copied aside that the statements of one part change or remove, in the transaction of
 * each. Not thread-safe.
 */
final class RowKeeper {

  private final LockedSession session;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final Part part;
  private final List<RowsAside> watched = new ArrayList<>();

  RowKeeper(LockedSession session, ExecutorOptions options, Part part) {
    this.session = session;
    this.dialect = session.dialect();
    this.options = options;
    this.part = part;
  }

  /** A transaction begins; of the one before nothing is left to be done. */
  void began() {
    watched.clear();
  }

  /**
   * A statement runs next.
   *
   * @return whether it may take rows that are copied; then {@link #after} has to follow
   */
  boolean before(int number) throws SQLException {
    String label = part.label(number);
    ScriptStatement statement = part.statements().get(number);
    RowParking parking = dialect.rowParking();
    // A witness looks at what statements do by themselves, on a shadow without rows.
    if (label == null || !options.witness().equals(Witness.NOBODY) || !parking.mayTake(statement)) {
      return false;
    }
    List<RowsAside> more = parking.watch(session.connection(), statement, label, number + 1);
    watched.addAll(more);
    if (more.isEmpty()) {
      return false;
    }
    parking.look(session.connection(), number + 1);
    return true;
  }

  /** It has run. */
  void after() throws SQLException {
    dialect.rowParking().look(session.connection(), 0);
  }

  /**
   * The transaction is about to be committed, and is Slipway's own again: the ledger learns what is
   * parked.
   */
  void settle() throws SQLException {
    if (watched.isEmpty()) {
      return;
    }
    unwatch();
    Connection connection = session.connection();
    for (RowsAside aside : watched) {
      long rows = dialect.rowParking().settle(connection, aside);
      if (rows > 0) {
        dialect
            .ledger()
            .park(
                connection,
                String.valueOf(part.label(aside.number() - 1)),
                part.name(),
                aside.object(),
                aside.place().dotted());
        options.progress().parked(aside.object(), rows);
      }
    }
    watched.clear();
  }

  /** Others who read the tables are waited for again and again, without losing what ran. */
  private void unwatch() throws SQLException {
    Connection connection = session.connection();
    var retries = new Retries(options);
    retries.reset();
    boolean isDone = false;
    while (!isDone) {
      Savepoint before = connection.setSavepoint();
      try {
        dialect.rowParking().unwatch(connection, watched);
        connection.releaseSavepoint(before);
        isDone = true;
      } catch (SQLException e) {
        ServerError error = dialect.transactions().explain(e);
        if (error.kind() != ServerError.Kind.LOCK_TIMEOUT || !retries.permits(error)) {
          throw e;
        }
        connection.rollback(before);
        retries.pause(error);
        options.cancellation().check("");
      }
    }
  }
}
