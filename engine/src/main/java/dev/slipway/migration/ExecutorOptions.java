package dev.slipway.migration;

import dev.slipway.plan.Smallness;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the executor behaves.
 *
 * @param lockWait how long to wait while another session holds the target's lock
 * @param patience how it behaves towards others that hold what a statement needs
 * @param statementTimeout how long each statement may take of which its script does not say it;
 *     null for as long as the session permits
 * @param share the part of the time in which batches of a backfill work, of which its script does
 *     not say it
 * @param rowChecks how long each question to the target's rows may take; null when none is asked
 * @param progress who is told how far a run is
 * @param cancellation who can stop a run
 * @param answers what became of segments of which neither the ledger nor the catalog can tell
 * @param tolerance what refusals are passed over
 * @param smallness the tables that are too small for a hazard
 * @param allowed what may happen although a deployed release does not expect it
 * @param witness who looks on from within the session
 */
public record ExecutorOptions(
    Duration lockWait,
    LockPatience patience,
    @Nullable Duration statementTimeout,
    Share share,
    @Nullable Duration rowChecks,
    Progress progress,
    Cancellation cancellation,
    List<SegmentAnswer> answers,
    Tolerance tolerance,
    Smallness smallness,
    List<AllowedHazard> allowed,
    Witness witness) {

  /** Copies the lists. */
  public ExecutorOptions {
    answers = List.copyOf(answers);
    allowed = List.copyOf(allowed);
  }

  /**
   * Waits a minute for the target's lock and five minutes for each answer of rows, gives way after
   * two seconds to whoever holds a table and tries again for five minutes; lets statements take as
   * long as the session permits, and tells nobody.
   */
  public static ExecutorOptions defaults() {
    return new ExecutorOptions(
        Duration.ofSeconds(60),
        LockPatience.STANDARD,
        /* statementTimeout= */ null,
        Share.WHOLE,
        Duration.ofMinutes(5),
        Progress.SILENT,
        new Cancellation(),
        List.of(),
        Tolerance.NONE,
        Smallness.standard(),
        List.of(),
        Witness.NOBODY);
  }

  /** The same with another wait for the target's lock. */
  public ExecutorOptions withLockWait(Duration other) {
    var draft = new Draft(this);
    draft.lockWait = other;
    return draft.options();
  }

  /** The same with another patience towards those who hold tables. */
  public ExecutorOptions withPatience(LockPatience other) {
    var draft = new Draft(this);
    draft.patience = other;
    return draft.options();
  }

  /** The same with another time for each statement; null for as long as the session permits. */
  public ExecutorOptions withStatementTimeout(@Nullable Duration other) {
    var draft = new Draft(this);
    draft.statementTimeout = other;
    return draft.options();
  }

  /** The same with another part of the time for batches of backfills. */
  public ExecutorOptions withShare(Share other) {
    var draft = new Draft(this);
    draft.share = other;
    return draft.options();
  }

  /** The same with another time for each answer of rows; null to ask them nothing. */
  public ExecutorOptions withRowChecks(@Nullable Duration other) {
    var draft = new Draft(this);
    draft.rowChecks = other;
    return draft.options();
  }

  /** The same, telling someone else. */
  public ExecutorOptions withProgress(Progress other) {
    var draft = new Draft(this);
    draft.progress = other;
    return draft.options();
  }

  /** The same, stopped by someone else. */
  public ExecutorOptions withCancellation(Cancellation other) {
    var draft = new Draft(this);
    draft.cancellation = other;
    return draft.options();
  }

  /** The same with answers. */
  public ExecutorOptions withAnswers(List<SegmentAnswer> other) {
    var draft = new Draft(this);
    draft.answers = other;
    return draft.options();
  }

  /** The same, passing over some refusals. */
  public ExecutorOptions withTolerance(Tolerance other) {
    var draft = new Draft(this);
    draft.tolerance = other;
    return draft.options();
  }

  /** The same with another measure of what is small. */
  public ExecutorOptions withSmallness(Smallness other) {
    var draft = new Draft(this);
    draft.smallness = other;
    return draft.options();
  }

  /** The same, allowing what deployed releases do not expect. */
  public ExecutorOptions withAllowed(List<AllowedHazard> other) {
    var draft = new Draft(this);
    draft.allowed = other;
    return draft.options();
  }

  /** The same with someone who looks on. */
  public ExecutorOptions withWitness(Witness other) {
    var draft = new Draft(this);
    draft.witness = other;
    return draft.options();
  }

  /** Why something is allowed that a deployed release does not expect; null when it is not. */
  @Nullable String reason(ReleaseConflict conflict) {
    return allowed.stream()
        .filter(hazard ->
            hazard.code().equals(conflict.code().id())
                && hazard.object().equals(conflict.object().dotted()))
        .map(AllowedHazard::reason)
        .findFirst()
        .orElse(null);
  }

  /** The components while one of them is changed. */
  private static final class Draft {
    Duration lockWait;
    LockPatience patience;
    @Nullable Duration statementTimeout;
    Share share;
    @Nullable Duration rowChecks;
    Progress progress;
    Cancellation cancellation;
    List<SegmentAnswer> answers;
    Tolerance tolerance;
    Smallness smallness;
    List<AllowedHazard> allowed;
    Witness witness;

    Draft(ExecutorOptions of) {
      lockWait = of.lockWait;
      patience = of.patience;
      statementTimeout = of.statementTimeout;
      share = of.share;
      rowChecks = of.rowChecks;
      progress = of.progress;
      cancellation = of.cancellation;
      answers = of.answers;
      tolerance = of.tolerance;
      smallness = of.smallness;
      allowed = of.allowed;
      witness = of.witness;
    }

    ExecutorOptions options() {
      return new ExecutorOptions(
          lockWait,
          patience,
          statementTimeout,
          share,
          rowChecks,
          progress,
          cancellation,
          answers,
          tolerance,
          smallness,
          allowed,
          witness);
    }
  }
}
