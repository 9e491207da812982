package dev.slipway.cli.command;

import dev.slipway.backup.Backup;
import dev.slipway.backup.BackupError;
import dev.slipway.backup.BackupList;
import dev.slipway.backup.Backups;
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
  Path folder(Configuration configuration, String environment) {
    return place.folder(configuration, environment);
  }

  /** The one that is meant. */
  Backup backup(Configuration configuration, String environment) {
    Path parent = folder(configuration, environment);
    if (name != null && !name.equals(LATEST)) {
      Path named = parent.resolve(name);
      return Backup.open(
          name.contains("/") ? configuration.root().resolve(name).normalize() : named);
    }
    BackupList all = Backups.list(parent);
    if (all.backups().isEmpty()) {
      throw new SlipwayException(
          BackupError.NO_BACKUP,
          "There is no backup of " + environment + " in " + parent + ".",
          "Take one with `slipway backup create "
              + environment
              + "`, or name another folder with --folder.");
    }
    return all.backups().getFirst();
  }
}
