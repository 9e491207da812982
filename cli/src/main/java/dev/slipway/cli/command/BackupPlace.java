package dev.slipway.cli.command;

import dev.slipway.backup.Backup;
import dev.slipway.backup.BackupError;
import dev.slipway.backup.BackupStore;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where backups are, and which one is meant. */
final class BackupPlace {

  /** The newest one. */
  private static final String LATEST = "latest";

  @Mixin BackupFolderOption place = new BackupFolderOption();

  @Option(
      names = "--backup",
      paramLabel = "NAME",
      description = "which one, by its name or its folder; the latest sound one when left out")
  @Nullable String name;

  /** Where the backups of an environment are. */
  BackupStore store(Configuration configuration, String environment) {
    return place.store(configuration, environment);
  }

  /** The one that is meant. */
  Backup backup(Invocation invocation, Configuration configuration, String environment) {
    BackupStore store = store(configuration, environment);
    if (name != null && !name.equals(LATEST)) {
      return name.contains("/")
          ? ofFolder(configuration.root().resolve(name).normalize())
          : Backup.open(store, name);
    }
    return invocation
        .backups(configuration)
        .newest(store, environment)
        .orElseThrow(() ->
            new SlipwayException(
                BackupError.NO_BACKUP,
                "There is no backup of " + environment + " in " + store + ".",
                "Take one with `slipway backup create "
                    + environment
                    + "`, or name another folder with --folder."));
  }

  private static Backup ofFolder(Path folder) {
    return Backup.open(
        BackupStore.folder(folder.resolveSibling("")), String.valueOf(folder.getFileName()));
  }
}
