package dev.slipway.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * By what backups are taken, and where PostgreSQL's client programs are.
 *
 * @param with by what
 * @param folder the one folder in which {@code pg_dump} and {@code pg_restore} are looked for; null
 *     for the usual ones
 */
public record BackupPrograms(BackupWith with, @Nullable Path folder) {

  private static final BackupPrograms STANDARD = new BackupPrograms(BackupWith.OWN, null);

  /** What holds where nothing is said: our own copy. */
  public static BackupPrograms standard() {
    return STANDARD;
  }

  /** The same, taken by something else. */
  public BackupPrograms with(BackupWith other) {
    return new BackupPrograms(other, folder);
  }
}
