package dev.slipway.verification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a check.
 *
 * @param name what it is called
 * @param file the file that it stands in; null for one that Slipway makes by itself
 * @param line the line on which its query begins; 0 without a file
 * @param failures what is not as expected, a sentence each; none where all is
 * @param took how long it took
 */
public record CheckResult(
    String name, @Nullable Path file, int line, List<String> failures, Duration took) {

  /** Copies the failures. */
  public CheckResult {
    failures = List.copyOf(failures);
  }

  /** Whether all is as expected. */
  public boolean isPassed() {
    return failures.isEmpty();
  }
}
