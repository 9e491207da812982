package dev.slipway.backup;

import java.util.regex.Pattern;

/**
 * How many entries of a dump are restored, as {@code pg_restore} tells it: those before the rows
 * one by one, then as its processes end them. Thread-safe.
 */
final class DumpEntriesTold {

  private static final Pattern ENDED =
      Pattern.compile(
          "pg_restore: (creating|finished item|processing data for table|executing) .*");

  private final BackupProgress progress;
  private final int all;
  private int done;

  DumpEntriesTold(BackupProgress progress, int all) {
    this.progress = progress;
    this.all = all;
    progress.advanced("restoring entries of the dump", 0, all);
  }

  /** The program printed a line. */
  synchronized void line(String line) {
    if (ENDED.matcher(line).matches() && done < all) {
      done++;
      progress.advanced("restoring entries of the dump", done, all);
    }
  }
}
