package dev.slipway.backup;

import java.nio.file.Path;
import java.util.List;

/**
 * The backups of a folder.
 *
 * @param backups those that can be opened, the newest first
 * @param damaged the folders of those that can't
 */
public record BackupList(List<Backup> backups, List<Path> damaged) {

  /** Copies the lists. */
  public BackupList {
    backups = List.copyOf(backups);
    damaged = List.copyOf(damaged);
  }
}
