package dev.slipway.migration;

import dev.slipway.dialect.Blocker;
import dev.slipway.dialect.Sessions;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks from a second connection how long a run's session waits for locks and who keeps it waiting,
 * and does to them what the running script declares; without a declaration nothing. It connects
 * only when a statement takes longer than a tenth of a second, and its thread ends with the
 * session.
 *
 * <p>{@link #begin}, {@link #end} and {@link #seen} are for the run's own thread.
 */
final class BlockerWatch implements AutoCloseable {

  /** How often it looks who is in the way; the server locks its table of locks for that. */
  private static final long INTERVAL_MILLIS = 500;

  /** How often it looks whether the session waits at all. */
  private static final long WAIT_MILLIS = 50;

  /** Shorter than the shortest wait for a lock, or nobody would ever be seen in its way. */
  private static final long FIRST_MILLIS = 100;

  /** A server that does not answer keeps no run from ending. */
  private static final Duration LAST_LOOK = Duration.ofSeconds(5);

  private final Target target;
  private final long session;
  private final Progress progress;
  private final WaitClock clock = new WaitClock();
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Thread thread;
  private @Nullable BlockerRule rule;
  private long asked;
  private long looked;
  private List<Since> inTheWay = List.of();
  private List<Blocker> told = List.of();

  /** A blocker and when it was first seen in the way of the segment, in nanoseconds. */
  private record Since(Blocker blocker, long nanos, boolean isEnded) {}

  /**
   * @param target where to connect
   * @param session the number of the session that is watched
   * @param progress who is told, from the watch's own thread
   */
  BlockerWatch(Target target, long session, Progress progress) {
    this.target = target;
    this.session = session;
    this.progress = progress;
  }

  /** Another segment begins, with what its script declares; nobody stands in its way yet. */
  synchronized void segment(@Nullable BlockerRule declared) {
    rule = declared;
    inTheWay = List.of();
    told = List.of();
  }

  /** A statement begins. */
  synchronized void begin() {
    clock.begin();
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("slipway-blockers").start(this::watch);
    }
  }

  /**
   * The statement has ended.
   *
   * @param gaveWay whether it did so because a lock was not to be had in time
   * @return how long it waited for locks
   */
  Duration end(boolean gaveWay) {
    return clock.end(gaveWay);
  }

  /** Who stood in the segment's way when it was last looked. */
  synchronized List<Blocker> seen() {
    return inTheWay.stream().map(Since::blocker).toList();
  }

  /** Whether it goes on after a pause. */
  private boolean pause() throws InterruptedException {
    return !over.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Whether it is time to look who is in the way of a statement. */
  private boolean isDue(long statement) {
    long now = System.nanoTime();
    boolean isDue =
        statement != asked || now - looked >= Duration.ofMillis(INTERVAL_MILLIS).toNanos();
    if (isDue) {
      asked = statement;
      looked = now;
    }
    return isDue;
  }

  /** Whether the statement waits, and for how long already where that is new. */
  private void measure(Connection connection, long statement) throws SQLException {
    Sessions sessions = target.dialect().sessions();
    boolean isWaiting = sessions.isWaiting(connection, session);
    Duration already =
        isWaiting && !clock.isWaiting(statement)
            ? sessions.waiting(connection, session)
            : Duration.ZERO;
    clock.saw(statement, isWaiting, already);
  }

  private void watch() {
    Connection connection = null;
    try {
      while (pause()) {
        long statement = clock.longer(Duration.ofMillis(FIRST_MILLIS).toNanos());
        if (statement != 0) {
          if (connection == null || connection.isClosed()) {
            connection = target.connect("blockers");
          }
          measure(connection, statement);
          if (isDue(statement)) {
            look(connection);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException | SlipwayException e) {
      progress.notice("Who is in the way can't be seen: " + e.getMessage());
    } finally {
      close(connection);
    }
  }

  private void look(Connection connection) throws SQLException {
    List<Blocker> blockers = target.dialect().sessions().blockers(connection, session);
    List<Since> due = noted(blockers);
    for (Since each : due) {
      BlockerRule declared = rule();
      if (declared != null && each.blocker().session() != 0) {
        boolean isEnded =
            target.dialect().sessions().end(connection, each.blocker().session(), declared.whole());
        progress.endedBlocker(each.blocker(), declared.whole(), isEnded);
      }
    }
  }

  private synchronized @Nullable BlockerRule rule() {
    return rule;
  }

  /** Remembers who is in the way, tells of those who were not before, and says who is due. */
  private List<Since> noted(List<Blocker> blockers) {
    if (blockers.isEmpty()) {
      return List.of();
    }
    List<Since> due = new ArrayList<>();
    boolean isNews;
    synchronized (this) {
      long now = System.nanoTime();
      List<Since> next = new ArrayList<>();
      for (Blocker blocker : blockers) {
        Since before =
            inTheWay.stream()
                .filter(each -> each.blocker().isSame(blocker))
                .findFirst()
                .orElse(new Since(blocker, now, false));
        boolean isDue =
            rule != null && !before.isEnded() && now - before.nanos() >= rule.after().toNanos();
        Since noted = new Since(blocker, before.nanos(), before.isEnded() || isDue);
        next.add(noted);
        if (isDue) {
          due.add(noted);
        }
      }
      inTheWay = next;
      isNews = blockers.stream().anyMatch(each -> told.stream().noneMatch(each::isSame));
      told = isNews ? blockers : told;
    }
    if (isNews) {
      progress.blocked(blockers);
    }
    return due;
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // It is gone, and that was wanted.
        return;
      }
    }
  }

  /**
   * Waits for what it is just doing, so that whoever was ended is told of before the run is over.
   */
  @Override
  public void close() {
    over.countDown();
    Thread watching;
    synchronized (this) {
      watching = thread;
    }
    if (watching != null) {
      try {
        watching.join(LAST_LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
