package dev.slipway.cli.command;

import dev.slipway.migration.ExecutorOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that ask rows. */
final class CheckTimeout {

  @Option(
      names = "--check-timeout",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "how long one question to the rows may take: 90s, 10m, 2h; 5m if left out")
  @Nullable Duration timeout;

  /** The options of a run with the time that was given. */
  ExecutorOptions apply(ExecutorOptions options) {
    return timeout == null ? options : options.withRowChecks(timeout);
  }
}
