package dev.slipway.backup;

/**
 * How a database is copied.
 *
 * @param jobs how many connections copy at the same time; one of them holds the snapshot
 * @param compression how files of rows are made smaller
 * @param pieceBytes of about how many bytes of the server's files a piece of a table is
 */
public record BackupOptions(int jobs, Compression compression, long pieceBytes) {

  private static final long DEFAULT_PIECE_BYTES = 128L << 20;
  private static final int MOST_JOBS_BY_DEFAULT = 4;

  /** Refuses what makes no sense. */
  public BackupOptions {
    if (jobs < 1 || pieceBytes < 1) {
      throw new IllegalArgumentException("jobs and bytes are at least 1");
    }
  }

  /** As many connections as this machine has processors, at most four; zstd; pieces of 128 MiB. */
  public static BackupOptions defaults() {
    return new BackupOptions(
        Math.min(Runtime.getRuntime().availableProcessors(), MOST_JOBS_BY_DEFAULT),
        Compression.ZSTD,
        DEFAULT_PIECE_BYTES);
  }

  /** The same with another number of connections. */
  public BackupOptions withJobs(int number) {
    return new BackupOptions(number, compression, pieceBytes);
  }

  /** The same with another compression. */
  public BackupOptions withCompression(Compression other) {
    return new BackupOptions(jobs, other, pieceBytes);
  }

  /** The same with pieces of another size. */
  public BackupOptions withPieceBytes(long bytes) {
    return new BackupOptions(jobs, compression, bytes);
  }
}
