package dev.slipway.migration;

import dev.slipway.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Holds a backfill back while a replica is too far behind. Not thread-safe. */
final class ReplicaLag {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Connection connection;
  private final Dialect dialect;
  private final ExecutorOptions options;
  private final Backfill backfill;
  private long lookedAt = System.nanoTime() - PAUSE.toNanos();

  ReplicaLag(LockedSession session, ExecutorOptions options, Backfill backfill) {
    this.connection = session.connection();
    this.dialect = session.dialect();
    this.options = options;
    this.backfill = backfill;
  }

  /** A replica that falls behind gets time, and smaller batches. */
  BackfillMark waitFor(BackfillMark mark, BackfillRefusals refusals) throws SQLException {
    boolean isSoon = System.nanoTime() - lookedAt < PAUSE.toNanos();
    if (backfill.lag().isZero() || isSoon) {
      return mark;
    }
    BackfillMark next = mark;
    Duration lag = dialect.batches().lag(connection);
    while (lag.compareTo(backfill.lag()) > 0) {
      options.progress().lagging(lag);
      options.cancellation().pause(PAUSE);
      options.cancellation().check(refusals.state(next));
      next = next.withBatch(Math.max(Math.max(1, backfill.batch() / 10), next.batch() / 2));
      lag = dialect.batches().lag(connection);
    }
    lookedAt = System.nanoTime();
    return next;
  }
}
