package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables in the target that say what was applied, by whom, how far, and what it cost. Stateless
 * and thread-safe; each method works in the connection's transaction.
 *
 * <p>Whoever writes holds the {@link MigrationLock}. Reading needs no lock and writes nothing.
 */
public interface Ledger {

  /** The format that is written, and the newest that is read. */
  int FORMAT = 6;

  /** The format of the target's ledger; 0 when there is none. */
  int format(Connection connection) throws SQLException;

  /** Creates the tables of an empty ledger; within the caller's transaction. */
  void create(Connection connection, String tool) throws SQLException;

  /**
   * Brings a ledger of an older format to the one that is written; within the caller's transaction.
   *
   * @param from its format
   */
  void upgrade(Connection connection, int from, String tool) throws SQLException;

  /** The target's own rules that may refuse to let the tables be created, by name; often none. */
  List<String> guards(Connection connection) throws SQLException;

  /** What is applied, in the order in which it was; empty when there is no ledger. */
  List<AppliedMigration> applied(Connection connection) throws SQLException;

  /** Writes that a migration is applied. */
  void record(Connection connection, long run, LedgerEntry entry) throws SQLException;

  /**
   * Writes that a migration is applied in place of others, at the place of the last of them.
   *
   * @param replaced the names of the others, which are taken out
   */
  void replace(Connection connection, long run, List<String> replaced, LedgerEntry entry)
      throws SQLException;

  /** Takes a migration out of what is applied. */
  void remove(Connection connection, String name) throws SQLException;

  /**
   * How far the migration is that is partly applied or taken back; null when there is none, or no
   * ledger.
   */
  @Nullable Advance advance(Connection connection) throws SQLException;

  /**
   * Writes that a segment is begun that no transaction protects.
   *
   * @param migration the migration's name
   * @param mark what was noted before
   */
  void begin(
      Connection connection,
      long run,
      String migration,
      Run.Direction direction,
      SegmentEntry segment,
      String mark)
      throws SQLException;

  /**
   * Writes how far a segment is that was begun.
   *
   * @param segment its number, from 1
   * @param run the run that goes on with it
   * @param mark what is to be known of it
   */
  void mark(Connection connection, String migration, int segment, long run, String mark)
      throws SQLException;

  /** Writes that a segment is done, whether it was written that it is begun or not. */
  void done(
      Connection connection,
      long run,
      String migration,
      Run.Direction direction,
      SegmentEntry segment,
      Duration duration)
      throws SQLException;

  /** Takes back that a segment was begun, since nothing of it stays. */
  void forget(Connection connection, String migration, int segment) throws SQLException;

  /** Takes out how far a migration is: it is whole now, or absent. */
  void forget(Connection connection, String migration) throws SQLException;

  /** The releases of applications, in the order in which they started; none without a ledger. */
  List<DeployedRelease> releases(Connection connection) throws SQLException;

  /** Writes that a release runs, in place of what was known of one of that name. */
  void start(Connection connection, String release, List<ReleaseUse> uses, String from, String tool)
      throws SQLException;

  /**
   * Writes that something is allowed although a deployed release does not expect it.
   *
   * @param migration what does it
   * @param release which does not expect it
   * @param code the hazard
   * @param object its object
   * @param reason why it is allowed
   */
  void override(
      Connection connection,
      String migration,
      String release,
      String code,
      String object,
      String reason)
      throws SQLException;

  /**
   * Writes that a release runs nowhere any more.
   *
   * @return whether it did
   */
  boolean end(Connection connection, String release) throws SQLException;

  /**
   * Writes that a run begins. Runs that never ended are marked as killed: they do not hold the lock
   * any more.
   *
   * @return its number
   */
  long begin(Connection connection, Run run) throws SQLException;

  /** Writes what one transaction of a run did. */
  void record(Connection connection, long run, Run.Part part) throws SQLException;

  /**
   * Writes that a run ended.
   *
   * @param run its number
   * @param outcome how it ended
   * @param code the error's code; null when there is none
   * @param message what was wrong; null when nothing was
   */
  void end(
      Connection connection,
      long run,
      Run.Outcome outcome,
      @Nullable String code,
      @Nullable String message)
      throws SQLException;

  /**
   * What was done last under each name by runs of a command that no migration holds, such as {@code
   * seed}; none without a ledger.
   */
  List<DirectPart> direct(Connection connection, String command) throws SQLException;

  /**
   * What the executor did, the newest last; none without a ledger.
   *
   * @param id the number of the run that is wanted; null for any
   * @param most how many, of the newest
   */
  List<RunRecord> runs(Connection connection, @Nullable Long id, int most) throws SQLException;

  /**
   * What each statement of the migrations that are applied cost, by the migration's name; those
   * that an older version applied are not in it.
   */
  Map<String, List<Run.Step>> steps(Connection connection) throws SQLException;

  /** What is parked, and what was and is purged, the oldest first; empty without a ledger. */
  List<ParkedEntry> parked(Connection connection) throws SQLException;

  /**
   * Writes that something is parked.
   *
   * @param label by which its name there is known
   * @param migration the migration that parked it; null where none did
   * @param object what it was, in words
   * @param place what it is called there, dotted
   */
  void park(
      Connection connection, String label, @Nullable String migration, String object, String place)
      throws SQLException;

  /** Takes out what a migration parked: it is back. */
  void unpark(Connection connection, String migration) throws SQLException;

  /**
   * Takes out one thing that a migration parked: nothing is there of it.
   *
   * @param object what it was, in words
   */
  void unpark(Connection connection, String migration, String object) throws SQLException;

  /** Writes that what is known by a label was dropped for good. */
  void purged(Connection connection, String label) throws SQLException;
}
