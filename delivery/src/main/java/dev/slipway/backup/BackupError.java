package dev.slipway.backup;

import dev.slipway.error.ErrorCode;

/** How a backup or a restore can refuse. */
public enum BackupError implements ErrorCode {
  /** A file of a backup can't be written. */
  BACKUP_NOT_WRITTEN(Category.FAILED),
  /** A folder holds no backup, or an unfinished one. */
  NO_BACKUP(Category.REFUSED),
  /** A backup is not what was written: a file is missing, cut or changed. */
  BACKUP_DAMAGED(Category.REFUSED),
  /** What is configured as the key of backups is none. */
  BAD_BACKUP_KEY(Category.REFUSED),
  /** A backup is encrypted with a key that is not configured. */
  BACKUP_KEY_MISSING(Category.REFUSED),
  /** A new key can't be written into its file. */
  BACKUP_KEY_NOT_WRITTEN(Category.REFUSED),
  /** A bucket is not there, or refuses to be listed, read or written. */
  BUCKET_REFUSED(Category.REFUSED),
  /** A bucket can't be reached. */
  BUCKET_UNREACHABLE(Category.FAILED),
  /** Rows or objects can't be copied. */
  BACKUP_INCOMPLETE(Category.REFUSED),
  /** No {@code pg_dump} or {@code pg_restore} fits what is asked for. */
  BACKUP_CLIENT_MISSING(Category.REFUSED),
  /** {@code pg_dump} ended with an error. */
  BACKUP_CLIENT_FAILED(Category.FAILED),
  /** There is something where a backup shall be restored to. */
  RESTORE_TARGET_USED(Category.REFUSED),
  /** The server lacks roles that own or may use what is restored. */
  RESTORE_ROLES_MISSING(Category.REFUSED),
  /** A statement or a row was refused while a backup was restored. */
  RESTORE_FAILED(Category.FAILED),
  /** What was restored is not what was backed up. */
  RESTORE_DIFFERS(Category.FAILED);

  private final Category category;

  BackupError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
