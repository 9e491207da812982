package dev.slipway.backup;

import java.util.List;

/**
 * The backups of a place.
 *
 * @param backups those that can be opened, the newest first
 * @param damaged where those are that can't
 */
public record BackupList(List<Backup> backups, List<String> damaged) {

  /** Copies the lists. */
  public BackupList {
    backups = List.copyOf(backups);
    damaged = List.copyOf(damaged);
  }
}
