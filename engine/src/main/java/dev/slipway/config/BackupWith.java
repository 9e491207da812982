package dev.slipway.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what backups are taken. */
public enum BackupWith {
  /** By Slipway's own copy. */
  OWN,
  /** By PostgreSQL's {@code pg_dump}, and by nothing else. */
  PG_DUMP,
  /** By {@code pg_dump} where one fits the server, else by Slipway's own copy. */
  AUTO;

  /** How it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All of them as they are written. */
  public static List<String> words() {
    return Arrays.stream(values()).map(BackupWith::word).toList();
  }

  /** The one that a word means; empty for none. */
  public static Optional<BackupWith> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
