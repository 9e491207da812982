package dev.slipway.dialect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state that a deployment was in.
 *
 * @param line its number within the deployment, from 1
 * @param state its word
 * @param outcome what became of it
 * @param began when it was entered
 * @param ended when it was left; null while it was not, also where the process was killed in it
 * @param document what was found, as JSON; null while it was not left
 */
public record DeploymentStep(
    int line,
    String state,
    Outcome outcome,
    Instant began,
    @Nullable Instant ended,
    @Nullable String document) {

  /** What became of a state. */
  public enum Outcome {
    /** It was entered, and not left. */
    RUNNING,
    /** All is right. */
    PASSED,
    /** Something is missing before anything is changed: an approval, evidence, the hour. */
    BLOCKED,
    /** It was tried, and did not come out right. */
    FAILED
  }
}
