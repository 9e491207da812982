package dev.slipway.backup;

/** Is told how far a copy is; by one thread at a time. */
public interface BackupProgress {

  /** Tells nobody. */
  BackupProgress NOBODY = (doing, done, all) -> {};

  /**
   * Something is further than before.
   *
   * @param doing what is being done, such as {@code copying rows}
   * @param done how much of it is done
   * @param all how much it is; bytes of the server's files for rows, else a number of statements
   */
  void advanced(String doing, long done, long all);
}
