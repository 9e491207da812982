package dev.slipway.e2e.benchmark;

import dev.slipway.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sessions that write to a table at a steady pace, each twenty times a second: an insert, then
 * updates of rows at random. What they wait beyond their pace counts, as users would notice it.
 * With {@code -Dwriters.pace=0} each writes as fast as it can.
 */
final class Writers implements AutoCloseable {

  private static final long PACE_NANOS =
      TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("writers.pace", 50));

  private final EmbeddedPostgres server;
  private final String database;
  private final int rows;
  private final ExecutorService sessions;
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final List<List<long[]>> taken = new CopyOnWriteArrayList<>();
  private volatile boolean isOver;

  /** How long writes took, in microseconds. */
  record Latency(int writes, long p50, long p99, long longest) {}

  Writers(EmbeddedPostgres server, String database, int rows, int count) {
    this.server = server;
    this.database = database;
    this.rows = rows;
    this.sessions = Executors.newFixedThreadPool(count);
    for (int i = 0; i < count; i++) {
      int seed = i;
      sessions.execute(() -> write(seed));
    }
  }

  private void write(int seed) {
    List<long[]> own = new ArrayList<>();
    taken.add(own);
    var random = new Random(seed);
    try (Connection connection = server.connect(database);
        PreparedStatement insert =
            connection.prepareStatement("insert into message (chat, text) values (?, 'new')");
        PreparedStatement update =
            connection.prepareStatement("update message set text = 'changed' where id = ?")) {
      long due = System.nanoTime() + random.nextLong(Math.max(1, PACE_NANOS));
      for (int i = 0; !isOver; i++) {
        LockSupport.parkNanos(due - System.nanoTime());
        if (i % 4 == 0) {
          insert.setInt(1, 1 + random.nextInt(100));
          insert.executeUpdate();
        } else {
          update.setInt(1, 1 + random.nextInt(rows));
          update.executeUpdate();
        }
        long now = System.nanoTime();
        synchronized (own) {
          own.add(new long[] {now, TimeUnit.NANOSECONDS.toMicros(now - Math.min(due, now))});
        }
        due = PACE_NANOS == 0 ? now : due + PACE_NANOS;
      }
    } catch (SQLException e) {
      errors.add(e.getMessage());
    }
  }

  /** What a writer was refused; empty when nothing was. */
  List<String> errors() {
    return errors;
  }

  /** How long the writes took that ended between two moments of {@link System#nanoTime}. */
  Latency between(long from, long to) {
    long[] micros =
        taken.stream()
            .flatMap(own -> {
              synchronized (own) {
                return List.copyOf(own).stream();
              }
            })
            .filter(each -> each[0] - from >= 0 && to - each[0] > 0)
            .mapToLong(each -> each[1])
            .toArray();
    Arrays.sort(micros);
    return micros.length == 0
        ? new Latency(0, 0, 0, 0)
        : new Latency(
            micros.length,
            micros[micros.length / 2],
            micros[(int) (micros.length * 0.99)],
            micros[micros.length - 1]);
  }

  @Override
  public void close() {
    isOver = true;
    sessions.close();
  }
}
