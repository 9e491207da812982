package dev.slipway.migration;

import dev.slipway.dialect.BatchParking;
import dev.slipway.dialect.BatchRange;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.RowParking;
import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsCopied;
import dev.slipway.dialect.RowsCounted;
import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has rows copied aside that a statement changes or removes batch by batch, each in the transaction
 * of its batch. Not thread-safe.
 */
final class BatchKeeper {

  /** SQLSTATE of what a batch must not do to be copied. */
  private static final String DISABLED = "0A000";

  private final LockedSession session;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final Part part;
  private final Map<String, RowsAside> kept = new LinkedHashMap<>();

  /** What earlier batches took beyond what could be known of them. */
  private final Set<Long> tables = new HashSet<>();

  private List<RowsAside> watched = new ArrayList<>();
  private @Nullable BatchParking batches;
  private @Nullable Try current;

  /** One batch, until all that it takes is copied. */
  private record Try(
      int number,
      String label,
      BatchRange range,
      boolean isWork,
      Savepoint begin,
      RowsCounted counted,
      @Nullable RowsCopied copied) {}

  BatchKeeper(LockedSession session, ExecutorOptions options, Part part) {
    this.session = session;
    this.dialect = session.dialect();
    this.options = options;
    this.part = part;
  }

  /**
   * The statement of a batch runs next; {@link #after} has to follow.
   *
   * @param isWork whether its rows are handed to a class
   */
  void before(int number, String sql, BatchRange range, boolean isWork) throws SQLException {
    watched = new ArrayList<>();
    current = null;
    String label = part.label(number);
    RowParking parking = dialect.rowParking();
    var statement = new ScriptStatement(sql, 1, 0);
    if (label == null
        || !options.witness().equals(Witness.NOBODY)
        || !(isWork || parking.mayTake(statement) || parking.mayCall(statement))) {
      return;
    }
    Connection connection = session.connection();
    Savepoint begin = connection.setSavepoint();
    RowsCopied copied = null;
    if (!tables.isEmpty()) {
      watched.addAll(parking.watchAll(connection, tables, label, number + 1));
    } else if (isWork) {
      copied = batches(label, number).copyHanded(range);
    } else if (parking.mayTake(statement)) {
      copied = batches(label, number).copy(statement, range);
      if (copied == null) {
        watched.addAll(parking.watch(connection, statement, label, number + 1));
      }
    }
    begin(new Try(number, label, range, isWork, begin, parking.count(connection), copied));
  }

  private BatchParking batches(String label, int number) {
    if (batches == null) {
      batches = dialect.rowParking().batches(session.connection(), label, number + 1);
    }
    return batches;
  }

  private void begin(Try next) throws SQLException {
    if (!watched.isEmpty()) {
      dialect.rowParking().look(session.connection(), next.number() + 1);
    }
    current = next;
  }

  /**
   * It has run.
   *
   * @param changed how many rows it says that it changed; negative where it did not run
   * @return whether it is taken back and has to run again, since it took rows that were not copied
   */
  boolean after(long changed) throws SQLException {
    Try last = current;
    if (last == null || changed < 0) {
      return false;
    }
    Connection connection = session.connection();
    RowParking parking = dialect.rowParking();
    if (!watched.isEmpty()) {
      parking.look(connection, 0);
    }
    Set<Long> taken = missed(last);
    if (taken.isEmpty()) {
      conclude(last, changed);
      connection.releaseSavepoint(last.begin());
      return false;
    }
    if (!tables.addAll(taken)) {
      throw new SQLException("it keeps the triggers that copy rows from doing so", DISABLED);
    }
    connection.rollback(last.begin());
    int number = last.number() + 1;
    watched = new ArrayList<>(parking.watchAll(connection, tables, last.label(), number));
    options.progress().parksAgain(number, watched.stream().map(RowsAside::table).toList());
    begin(
        new Try(
            last.number(),
            last.label(),
            last.range(),
            last.isWork(),
            last.begin(),
            parking.count(connection),
            null));
    return true;
  }

  /** The tables from which rows were taken, where some of them were not copied. */
  private Set<Long> missed(Try last) throws SQLException {
    Connection connection = session.connection();
    RowParking parking = dialect.rowParking();
    RowsCopied copied = last.copied();
    if (copied != null
        && last.isWork()
        && !batches(last.label(), last.number()).isOfHanded(copied, last.counted())) {
      return parking.missed(connection, last.counted(), List.of(), last.number() + 1);
    }
    List<RowsAside> all = new ArrayList<>(watched);
    if (copied != null) {
      all.add(copied.aside());
    }
    return parking.missed(connection, last.counted(), all, last.number() + 1);
  }

  private void conclude(Try last, long changed) throws SQLException {
    Connection connection = session.connection();
    RowParking parking = dialect.rowParking();
    RowsCopied copied = last.copied();
    if (copied == null) {
      if (!tables.isEmpty()) {
        parking.conclude(connection, watched);
      }
    } else if (last.isWork()
        ? batches(last.label(), last.number()).keepHanded(copied)
        : batches(last.label(), last.number()).compare(copied, last.range(), changed)) {
      watched.add(copied.aside());
    }
  }

  /** How long the rows of the last batch took to be copied and compared, beside its statement. */
  Duration worked() {
    return batches == null || current == null || current.copied() == null
        ? Duration.ZERO
        : batches.worked();
  }

  /** The batch is about to be committed, and its transaction is Slipway's own again. */
  void settle() throws SQLException {
    Connection connection = session.connection();
    dialect.rowParking().unwatch(connection, watched);
    for (RowsAside aside : watched) {
      if (kept.put(aside.place().dotted(), aside) == null) {
        dialect
            .ledger()
            .park(
                connection,
                String.valueOf(part.label(aside.number() - 1)),
                part.name(),
                aside.object(),
                aside.place().dotted());
      }
    }
  }

  /** All batches are committed, and a transaction of Slipway's own is open. */
  void done() throws SQLException {
    Connection connection = session.connection();
    for (RowsAside aside : kept.values()) {
      long rows = dialect.rowParking().settle(connection, aside);
      if (rows == 0) {
        dialect.ledger().unpark(connection, part.name(), aside.object());
      } else {
        options.progress().parked(aside.object(), rows);
      }
    }
    kept.clear();
  }
}
