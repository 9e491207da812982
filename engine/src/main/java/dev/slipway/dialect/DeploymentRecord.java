package dev.slipway.dialect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment, as the ledger has it.
 *
 * @param id its number
 * @param entry what was written at its beginning
 * @param outcome how it stands
 * @param message why it ended so; null where nothing is to be said
 * @param began when
 * @param ended when; null while it has not
 * @param role the role of the database that wrote it
 * @param steps the states that it was in, in their order
 */
public record DeploymentRecord(
    long id,
    DeploymentEntry entry,
    Outcome outcome,
    @Nullable String message,
    Instant began,
    @Nullable Instant ended,
    String role,
    List<DeploymentStep> steps) {

  /** How a deployment stands. */
  public enum Outcome {
    /** It is worked on, or waits for somebody to go on with it. */
    RUNNING,
    /** Everything was done and found right. */
    DONE,
    /** What it applied was taken back. */
    ROLLED_BACK,
    /** It was given up before it applied anything, or with what it applied left there. */
    ABORTED
  }

  /** Copies the list. */
  public DeploymentRecord {
    steps = List.copyOf(steps);
  }
}
