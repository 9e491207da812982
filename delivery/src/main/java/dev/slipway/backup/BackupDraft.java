package dev.slipway.backup;

import java.io.IOException;
import java.util.Map;

/**
 * A backup that is being written, and is none until it is finished. Files are written by several
 * threads at the same time, each by one.
 */
interface BackupDraft extends AutoCloseable {

  /**
   * Begins a file.
   *
   * @param name its path below the backup, with slashes
   */
  FileSink file(String name) throws IOException;

  /**
   * Makes it a backup, once all files are where they stay.
   *
   * @param manifest the bytes of its manifest
   * @param marks what stands beside it and tells whether it was changed, by the names of files
   */
  void finish(byte[] manifest, Map<String, String> marks) throws IOException;

  /** Takes away what was written, unless it was finished. */
  @Override
  void close();
}
