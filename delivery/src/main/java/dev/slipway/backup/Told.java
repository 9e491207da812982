package dev.slipway.backup;

/** How much of something is done, told by one thread at a time. Thread-safe. */
final class Told {

  private final BackupProgress progress;
  private final String doing;
  private final long all;
  private long done;

  Told(BackupProgress progress, String doing, long all) {
    this.progress = progress;
    this.doing = doing;
    this.all = all;
    progress.advanced(doing, 0, all);
  }

  /** More of it is done. */
  synchronized void add(long more) {
    done += more;
    progress.advanced(doing, done, all);
  }
}
