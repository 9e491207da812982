package dev.slipway.smoke;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What became of a smoke check. It holds no secret.
 *
 * @param name what it is called
 * @param file the file that it stands in
 * @param line the line on which it begins
 * @param action what was done, with {@code ${NAME}} for what comes from variables
 * @param outcome how it ended
 * @param failures what is not as expected at the last attempt, a sentence each
 * @param attempts how often it was tried; 0 where it was left out
 * @param took how long the last attempt took
 */
public record SmokeResult(
    String name,
    Path file,
    int line,
    String action,
    Outcome outcome,
    List<String> failures,
    int attempts,
    Duration took) {

  /** How a check can end. */
  public enum Outcome {
    /** All is as expected. */
    PASSED,
    /** Something is not as expected. */
    FAILED,
    /** It was not done, since it is not marked as safe where it would be done. */
    LEFT_OUT
  }

  /** Copies the failures. */
  public SmokeResult {
    failures = List.copyOf(failures);
  }
}
