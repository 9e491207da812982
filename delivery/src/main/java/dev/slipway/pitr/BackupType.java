package dev.slipway.pitr;

import java.util.Locale;

/** What a backup of a server's files holds. */
public enum BackupType {
  /** Every file. */
  FULL,
  /** What changed since the last full one. */
  DIFF,
  /** What changed since the last one. */
  INCR;

  /** What pgBackRest calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
