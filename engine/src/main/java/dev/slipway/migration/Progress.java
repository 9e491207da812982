package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Blocker;
import dev.slipway.dialect.LockHolder;
import dev.slipway.dialect.RowsBack;
import dev.slipway.dialect.ServerError;
import dev.slipway.plan.RowCheck;
import java.time.Duration;
import java.util.List;

/**
 * Who wants to know how far a run is. Called from the run's own thread; what it throws ends the
 * run.
 */
public interface Progress {

  /** Says nothing. */
  Progress SILENT = new Progress() {};

  /** Another session holds the lock; it is waited for. */
  default void waiting(LockHolder holder) {}

  /**
   * The target's rows are asked something.
   *
   * @param check the question
   * @param number which one it is, from 1
   * @param total how many are asked at once
   */
  default void asking(RowCheck check, int number, int total) {}

  /**
   * Row level security hides rows from the role that asked, so that the answers are not the whole.
   *
   * @param tables the tables that they are of; one at least
   */
  default void hidden(List<ObjectId> tables) {}

  /**
   * What is dangerous about the migrations that are about to run; told before the first, where
   * there is something.
   *
   * @param hazards the hazards with what they come to on this target
   */
  default void hazards(List<PendingHazard> hazards) {}

  /**
   * A part begins.
   *
   * @param name the migration, or what the statements are called
   * @param number which part of the run it is, from 1
   * @param total how many parts the run has
   */
  default void started(String name, int number, int total) {}

  /**
   * A statement of the part begins.
   *
   * @param number which one it is, from 1
   * @param total how many the part has
   * @param sql the statement
   */
  default void statement(int number, int total, String sql) {}

  /**
   * A batch of a statement is committed.
   *
   * @param mark how far the walk over the table is
   * @param estimate about how many rows the table has; -1 when nobody knows
   * @param visited how many rows were passed since the walk went on
   * @param time how long that took
   */
  default void batch(BackfillMark mark, long estimate, long visited, Duration time) {}

  /** A replica is too far behind; the next batch waits for it. */
  default void lagging(Duration behind) {}

  /**
   * A statement of the part has run; what it did is not recorded yet.
   *
   * @param number which one it is, from 1
   */
  default void ran(int number) {}

  /**
   * A segment of the part is recorded: it stays, whatever happens.
   *
   * @param number which one it is, from 1
   * @param of how many the part has, as far as is known
   */
  default void recorded(int number, int of) {}

  /**
   * Others hold what the running statement waits for. Called from a thread beside the run's, once
   * for each of them.
   *
   * @param blockers all who are in the way now; not empty
   */
  default void blocked(List<Blocker> blockers) {}

  /**
   * A session was in the way for as long as the script declares. Called from a thread beside the
   * run's.
   *
   * @param blocker the session
   * @param whole whether it was ended, and not only its statement canceled
   * @param isDone whether the server did so
   */
  default void endedBlocker(Blocker blocker, boolean whole, boolean isDone) {}

  /**
   * A segment gave way, and nothing of it stays; it is tried again.
   *
   * @param why what the server said
   * @param attempt which attempt it was, from 1
   * @param pause how long it waits before the next one
   */
  default void gaveWay(ServerError why, int attempt, Duration pause) {}

  /** The server remarks something about the statement; called from any thread. */
  default void notice(String message) {}

  /**
   * A statement is about to take many rows, which are copied aside meanwhile.
   *
   * @param number the statement's number in its script, from 1
   * @param rows about how many they are
   */
  default void parksMany(int number, long rows) {}

  /**
   * A statement took rows that nobody could know of before. It is taken back, and runs again while
   * they are copied.
   *
   * @param number the statement's number in its script, from 1
   * @param tables the tables that are watched now
   */
  default void parksAgain(int number, List<ObjectId> tables) {}

  /**
   * Rows that a statement took are copied aside.
   *
   * @param object what they are, in words
   * @param rows how many they are
   */
  default void parked(String object, long rows) {}

  /** Rows that a migration took are back; nothing is recorded yet. */
  default void broughtBack(RowsBack back) {}

  /** The part is committed. */
  default void finished(RunResult.Done part) {}

  /**
   * A migration is in the ledger now in place of those that it stands for; nothing ran.
   *
   * @param name the migration
   * @param names what the ledger had in its place
   */
  default void stoodIn(String name, List<String> names) {}
}
