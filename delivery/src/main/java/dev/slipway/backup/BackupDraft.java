package dev.slipway.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
   * Where a program may write files of it by itself, and bring them to the disk; null where no
   * program can.
   */
  @Nullable Path folder();

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
