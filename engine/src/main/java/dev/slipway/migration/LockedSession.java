package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Ledger;
import dev.slipway.dialect.LockHolder;
import dev.slipway.dialect.MigrationLock;
import dev.slipway.dialect.ParkedEntry;
import dev.slipway.dialect.ServerError;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection that holds the target's lock, to a target that has a ledger. Not thread-safe. */
final class LockedSession implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  /** What to do where a pool is in the way. */
  static final String POOL_NEXT =
      "Connect to the server itself or to the pool's port for sessions (Supabase: 5432 instead of"
          + " 6543; PgBouncer: pool_mode = session).";

  private final Dialect dialect;
  private final Connection connection;
  private final Origin origin;
  private final LockPatience patience;
  private @Nullable BlockerWatch watch;

  private LockedSession(
      Dialect dialect, Connection connection, Origin origin, LockPatience patience) {
    this.dialect = dialect;
    this.connection = connection;
    this.origin = origin;
    this.patience = patience;
  }

  /**
   * Connects, waits for the lock and creates the ledger when there is none.
   *
   * @throws SlipwayException when another session holds the lock for too long, or the wait is
   *     canceled
   */
  static LockedSession open(Target target, String command, ExecutorOptions options) {
    Origin origin = Origin.current();
    Connection connection = target.connect(command + " by " + origin);
    var session = new LockedSession(target.dialect(), connection, origin, options.patience());
    boolean isOpen = false;
    try {
      session.dialect.requireChangeable(connection);
      session.take(options);
      session.requireOwn(target, options);
      session.requireLedger();
      isOpen = true;
      return session;
    } catch (SQLException e) {
      throw failed(target.dialect(), "Preparing the target", e);
    } finally {
      if (!isOpen) {
        session.close();
      }
    }
  }

  private void take(ExecutorOptions options) throws SQLException {
    MigrationLock lock = dialect.lock();
    long deadline = System.nanoTime() + options.lockWait().toNanos();
    Duration pause = FIRST_PAUSE;
    LockHolder told = null;
    while (!lock.tryTake(connection)) {
      LockHolder holder = lock.holder(connection);
      if (holder != null && !holder.equals(told)) {
        options.progress().waiting(holder);
        told = holder;
      }
      if (System.nanoTime() >= deadline) {
        throw lockHeld(holder == null ? told : holder, options.lockWait());
      }
      options.cancellation().pause(pause);
      options.cancellation().check("Nothing ran: the target's lock was still waited for.");
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /** Whoever changes a target needs a session of its own for as long as that lasts. */
  private void requireOwn(Target target, ExecutorOptions options) throws SQLException {
    long number = dialect.sessions().number(connection);
    if (dialect.sessions().isShared(connection, number, () -> target.connect("pooler?"))) {
      throw pooled(null);
    }
    if (!options.patience().limit().isZero()) {
      watch = new BlockerWatch(target, number, options.progress());
    }
  }

  private static SlipwayException pooled(@Nullable SQLException cause) {
    return new SlipwayException(
        MigrationError.POOLED_SESSION,
        "A connection pool gives each transaction another session of the server: the lock that"
            + " keeps runs apart would stay behind in a session of somebody else. Nothing ran.",
        POOL_NEXT,
        cause);
  }

  private static SlipwayException lockHeld(@Nullable LockHolder holder, Duration waited) {
    return new SlipwayException(
        MigrationError.LOCK_HELD,
        "The target's lock is held by "
            + (holder == null ? "another session" : holder)
            + "; waited "
            + waited.toSeconds()
            + " s. Nothing ran.",
        "Wait until it has finished, then run the command again. The lock goes with its session:"
            + " there is nothing to clean up.");
  }

  private void requireLedger() throws SQLException {
    int format = dialect.ledger().format(connection);
    if (format > Ledger.FORMAT) {
      throw MigrationStatus.tooNew(format);
    }
    if (format == Ledger.FORMAT) {
      return;
    }
    renew();
    dialect.transactions().begin(connection, "");
    try {
      if (format == 0) {
        dialect.ledger().create(connection, ToolVersion.current());
      } else {
        dialect.ledger().upgrade(connection, format, ToolVersion.current());
      }
      dialect.transactions().commit(connection);
    } catch (SQLException e) {
      dialect.transactions().rollback(connection);
      throw guarded(e);
    } finally {
      if (!connection.getAutoCommit()) {
        dialect.transactions().rollback(connection);
      }
    }
  }

  /** Takes away every trace of what ran in the session. */
  void renew() throws SQLException {
    dialect.transactions().renew(connection, patience.timeout());
  }

  /** A refusal by the target's own rules is no failure, but nothing that we may go around. */
  private RuntimeException guarded(SQLException e) throws SQLException {
    List<String> guards = dialect.ledger().guards(connection);
    if (guards.isEmpty() || e.getSQLState() == null || !e.getSQLState().startsWith("P0")) {
      throw e;
    }
    return new SlipwayException(
        MigrationError.LEDGER_FORBIDDEN,
        "The target did not let its ledger be created: "
            + dialect.transactions().explain(e).message()
            + ". It has event triggers that are enabled: "
            + String.join(", ", guards)
            + ". Nothing ran.",
        "Disable the one that refuses (alter event trigger … disable) while the ledger is created"
            + " once, which any first migrate does.",
        e);
  }

  /** What a ledger says, read within the caller's transaction. */
  static LedgerContents readLedger(Dialect dialect, Connection connection) throws SQLException {
    int format = dialect.ledger().format(connection);
    if (format > Ledger.FORMAT) {
      throw MigrationStatus.tooNew(format);
    }
    return new LedgerContents(
        dialect.ledger().applied(connection), dialect.ledger().advance(connection));
  }

  Dialect dialect() {
    return dialect;
  }

  /** Who looks for those who are in the way; null where nobody else is. */
  @Nullable BlockerWatch watch() {
    return watch;
  }

  Connection connection() {
    return connection;
  }

  Origin origin() {
    return origin;
  }

  LedgerContents ledger() {
    try {
      return readLedger(dialect, connection);
    } catch (SQLException e) {
      throw failed(dialect, "Reading the ledger", e);
    }
  }

  /** What the ledger says is parked. */
  List<ParkedEntry> parked() {
    try {
      return dialect.ledger().parked(connection);
    } catch (SQLException e) {
      throw failed(dialect, "Reading the ledger", e);
    }
  }

  /** What the server said about a statement of Slipway's own. */
  static SlipwayException failed(Dialect dialect, String doing, SQLException e) {
    ServerError error = dialect.transactions().explain(e);
    if (error.kind() == ServerError.Kind.SHARED_SESSION) {
      return pooled(e);
    }
    if (error.kind() == ServerError.Kind.LOCK_TIMEOUT) {
      return new SlipwayException(
          MigrationError.LOCK_TIMEOUT,
          doing + " failed: others hold tables that it needs (SQLSTATE " + error.state() + ").",
          "Look for them in pg_stat_activity and pg_locks, and run the command again when they are"
              + " done.",
          e);
    }
    boolean isLost = error.kind() == ServerError.Kind.CONNECTION_LOST;
    return new SlipwayException(
        isLost ? MigrationError.CONNECTION_LOST : MigrationError.STATEMENT_FAILED,
        doing + " failed: " + error.message() + " (SQLSTATE " + error.state() + ").",
        isLost
            ? "Check the server and the network, then run the command again."
            : "Mend what the server names; the role needs the right to create the schema slipway"
                + " once, and to read and write its tables.",
        e);
  }

  /** The lock goes with the connection. */
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    try (connection) {
      if (!connection.isClosed() && connection.getAutoCommit()) {
        dialect.lock().release(connection);
      }
    } catch (SQLException e) {
      // The server gives the lock back as soon as it notices that the connection is gone.
      return;
    }
  }
}
