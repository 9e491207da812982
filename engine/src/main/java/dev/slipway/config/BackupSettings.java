package dev.slipway.config;

import org.jspecify.annotations.Nullable;

/**
 * What is said of backups.
 *
 * @param keep which ones {@code backup prune} keeps
 * @param encrypt what they are encrypted with; null for nothing
 * @param programs by what they are taken
 * @param bucket where they go; null for a folder
 */
public record BackupSettings(
    BackupRetention keep,
    @Nullable BackupEncryption encrypt,
    BackupPrograms programs,
    @Nullable BackupBucket bucket) {

  /** What holds where nothing is said. */
  public static BackupSettings standard() {
    return new BackupSettings(BackupRetention.standard(), null, BackupPrograms.standard(), null);
  }
}
