package dev.slipway.backup;

import java.util.Locale;

/** By what a backup was taken. */
public enum BackupForm {
  /** By Slipway: files of rows, and statements. */
  OWN,
  /** By PostgreSQL's {@code pg_dump}, into a folder of its directory format. */
  PG_DUMP;

  /** How it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
