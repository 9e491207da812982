package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.RowParking;
import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsCounted;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has rows copied aside that the statements of one part change or remove, in the transaction of
 * each. Not thread-safe.
 */
final class RowKeeper {

  /** Rows whose copies take long enough for somebody to wonder. */
  private static final long MANY = 100_000;

  /** SQLSTATE of what a statement must not do to be copied. */
  private static final String DISABLED = "0A000";

  private final LockedSession session;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final Part part;
  private final List<RowsAside> watched = new ArrayList<>();
  private @Nullable Try current;

  /** One statement, until all that it takes is copied. */
  private record Try(
      int number,
      String label,
      Savepoint begin,
      RowsCounted counted,
      List<RowsAside> watched,
      Set<Long> tables) {}

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

  /** A statement runs next; {@link #after} has to follow. */
  void before(int number) throws SQLException {
    String label = part.label(number);
    ScriptStatement statement = part.statements().get(number);
    RowParking parking = dialect.rowParking();
    boolean mayCall = parking.mayCall(statement);
    current = null;
    // A witness looks at what statements do by themselves, on a shadow without rows.
    if (label == null
        || !options.witness().equals(Witness.NOBODY)
        || !(mayCall || parking.mayTake(statement))) {
      return;
    }
    Connection connection = session.connection();
    if (parking.mayTake(statement)) {
      tell(number, parking.estimate(connection, statement));
    }
    Savepoint begin = connection.setSavepoint();
    List<RowsAside> more =
        parking.mayTake(statement)
            ? parking.watch(connection, statement, label, number + 1)
            : List.of();
    begin(new Try(number, label, begin, parking.count(connection), more, Set.of()));
  }

  private void tell(int number, long rows) {
    if (rows >= MANY) {
      options.progress().parksMany(number + 1, rows);
    }
  }

  private void begin(Try next) throws SQLException {
    if (!next.watched().isEmpty()) {
      dialect.rowParking().look(session.connection(), next.number() + 1);
    }
    current = next;
  }

  /**
   * It has run.
   *
   * @return whether it is taken back and has to run again, since it took rows that were not copied
   */
  boolean after() throws SQLException {
    Try last = current;
    if (last == null) {
      return false;
    }
    RowParking parking = dialect.rowParking();
    Connection connection = session.connection();
    if (!last.watched().isEmpty()) {
      parking.look(connection, 0);
    }
    int number = last.number() + 1;
    Set<Long> taken = parking.missed(connection, last.counted(), last.watched(), number);
    if (taken.isEmpty()) {
      if (!last.tables().isEmpty()) {
        parking.conclude(connection, last.watched());
      }
      connection.releaseSavepoint(last.begin());
      watched.addAll(last.watched());
      return false;
    }
    Set<Long> tables = new HashSet<>(last.tables());
    if (!tables.addAll(taken)) {
      throw new SQLException("it keeps the triggers that copy rows from doing so", DISABLED);
    }
    connection.rollback(last.begin());
    List<RowsAside> more = parking.watchAll(connection, tables, last.label(), number);
    options.progress().parksAgain(number, more.stream().map(RowsAside::table).toList());
    begin(
        new Try(
            last.number(), last.label(), last.begin(), parking.count(connection), more, tables));
    return true;
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
