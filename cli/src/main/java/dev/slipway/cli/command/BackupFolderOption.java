package dev.slipway.cli.command;

import dev.slipway.backup.BackupStore;
import dev.slipway.config.BackupBucket;
import dev.slipway.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where backups are. */
final class BackupFolderOption {

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "where the backups of all environments are; the bucket of slipway.yml, or"
              + " .slipway/backups, when left out")
  @Nullable String folder;

  /** Where the backups of an environment are. */
  BackupStore store(Configuration configuration, String environment) {
    configuration.environment(environment);
    BackupBucket bucket = configuration.backups().bucket();
    if (folder == null && bucket != null) {
      return BackupStore.bucket(bucket, environment);
    }
    return BackupStore.folder(
        configuration
            .root()
            .resolve(folder == null ? ".slipway/backups" : folder)
            .normalize()
            .resolve(environment));
  }
}
