package dev.slipway.cli.command;

import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.LockPatience;
import dev.slipway.migration.Share;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a run behaves towards others that use the database. */
final class LockOptions {

  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "give way to who holds a table after this time: 500ms, 5s; 2s if left out")
  @Nullable Duration timeout;

  @Option(
      names = "--lock-patience",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "go on trying for this time: 30s, 1h; 5m if left out, 0s for not at all")
  @Nullable Duration limit;

  @Option(
      names = "--statement-timeout",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "let no statement take longer, unless its script says so: 30s, 5m")
  @Nullable Duration statement;

  @Option(
      names = "--backfill-share",
      paramLabel = "PERCENT",
      converter = ShareConverter.class,
      description = "let backfills work for this part of the time: 10%%; 100%% if left out")
  @Nullable Share share;

  /** The options of a run with what was given. */
  ExecutorOptions apply(ExecutorOptions options) {
    LockPatience standard = options.patience();
    return options
        .withPatience(
            new LockPatience(
                timeout == null ? standard.timeout() : timeout,
                limit == null ? standard.limit() : limit))
        .withStatementTimeout(statement)
        .withShare(share == null ? options.share() : share);
  }
}
