package dev.slipway.migration;

import dev.slipway.dialect.BatchRange;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.RowParking;
import dev.slipway.dialect.RowsAside;
import dev.slipway.dialect.RowsCopied;
import dev.slipway.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has rows copied aside that a statement changes or removes batch by batch, each in the transaction
 * of its batch. Not thread-safe.
 */
final class BatchKeeper {

  private final LockedSession session;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final Part part;
  private final Map<String, RowsAside> kept = new LinkedHashMap<>();
  private List<RowsAside> watched = new ArrayList<>();
  private @Nullable RowsCopied copied;
  private @Nullable BatchRange range;
  private @Nullable String label;

  BatchKeeper(LockedSession session, ExecutorOptions options, Part part) {
    this.session = session;
    this.dialect = session.dialect();
    this.options = options;
    this.part = part;
  }

  /** The statement of a batch runs next. */
  void before(int number, String sql, BatchRange batch) throws SQLException {
    watched = new ArrayList<>();
    copied = null;
    range = batch;
    label = part.label(number);
    RowParking parking = dialect.rowParking();
    var statement = new ScriptStatement(sql, 1, 0);
    if (label == null || !options.witness().equals(Witness.NOBODY) || !parking.mayTake(statement)) {
      return;
    }
    Connection connection = session.connection();
    copied = parking.copy(connection, statement, batch, label, number + 1);
    if (copied == null) {
      watched.addAll(parking.watch(connection, statement, label, number + 1));
      if (!watched.isEmpty()) {
        parking.look(connection, number + 1);
      }
    }
  }

  /** It has run. */
  void after(long changed) throws SQLException {
    Connection connection = session.connection();
    if (!watched.isEmpty()) {
      dialect.rowParking().look(connection, 0);
    }
    if (copied != null && range != null && changed >= 0) {
      if (dialect.rowParking().compare(connection, copied, range, changed)) {
        watched.add(copied.aside());
      }
    }
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
                String.valueOf(label),
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
