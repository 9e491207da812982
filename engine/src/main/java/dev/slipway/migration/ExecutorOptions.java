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
   * two seconds to whoever holds a table and tries again for five minutes; tells nobody.
   */
  public static ExecutorOptions defaults() {
    return new ExecutorOptions(
        Duration.ofSeconds(60),
        LockPatience.STANDARD,
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
  public ExecutorOptions withLockWait(Duration wait) {
    return new ExecutorOptions(
        wait,
        patience,
        rowChecks,
        progress,
        cancellation,
        answers,
        tolerance,
        smallness,
        allowed,
        witness);
  }

  /** The same with another patience towards those who hold tables. */
  public ExecutorOptions withPatience(LockPatience other) {
    return new ExecutorOptions(
        lockWait,
        other,
        rowChecks,
        progress,
        cancellation,
        answers,
        tolerance,
        smallness,
        allowed,
        witness);
  }

  /** The same with another time for each answer of rows; null to ask them nothing. */
  public ExecutorOptions withRowChecks(@Nullable Duration time) {
    return new ExecutorOptions(
        lockWait,
        patience,
        time,
        progress,
        cancellation,
        answers,
        tolerance,
        smallness,
        allowed,
        witness);
  }

  /** The same, telling someone else. */
  public ExecutorOptions withProgress(Progress listener) {
    return new ExecutorOptions(
        lockWait,
        patience,
        rowChecks,
        listener,
        cancellation,
        answers,
        tolerance,
        smallness,
        allowed,
        witness);
  }

  /** The same, stopped by someone else. */
  public ExecutorOptions withCancellation(Cancellation other) {
    return new ExecutorOptions(
        lockWait, patience, rowChecks, progress, other, answers, tolerance, smallness, allowed,
        witness);
  }

  /** The same with answers. */
  public ExecutorOptions withAnswers(List<SegmentAnswer> given) {
    return new ExecutorOptions(
        lockWait,
        patience,
        rowChecks,
        progress,
        cancellation,
        given,
        tolerance,
        smallness,
        allowed,
        witness);
  }

  /** The same, passing over some refusals. */
  public ExecutorOptions withTolerance(Tolerance other) {
    return new ExecutorOptions(
        lockWait,
        patience,
        rowChecks,
        progress,
        cancellation,
        answers,
        other,
        smallness,
        allowed,
        witness);
  }

  /** The same with another measure of what is small. */
  public ExecutorOptions withSmallness(Smallness other) {
    return new ExecutorOptions(
        lockWait,
        patience,
        rowChecks,
        progress,
        cancellation,
        answers,
        tolerance,
        other,
        allowed,
        witness);
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

  /** The same, allowing what deployed releases do not expect. */
  public ExecutorOptions withAllowed(List<AllowedHazard> others) {
    return new ExecutorOptions(
        lockWait,
        patience,
        rowChecks,
        progress,
        cancellation,
        answers,
        tolerance,
        smallness,
        others,
        witness);
  }

  /** The same with someone who looks on. */
  public ExecutorOptions withWitness(Witness other) {
    return new ExecutorOptions(
        lockWait,
        patience,
        rowChecks,
        progress,
        cancellation,
        answers,
        tolerance,
        smallness,
        allowed,
        other);
  }
}
