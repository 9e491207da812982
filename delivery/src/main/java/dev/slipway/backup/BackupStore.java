package dev.slipway.backup;

import dev.slipway.config.BackupBucket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that keeps the backups of one environment, each a set of files under a name. Thread-safe.
 */
public abstract sealed class BackupStore permits FolderStore, BucketStore {

  /** A folder, which is made when the first backup is taken; each backup is a folder in it. */
  public static BackupStore folder(Path folder) {
    return new FolderStore(folder);
  }

  /**
   * A bucket that speaks S3, in which each backup is a prefix. It is asked when it is needed first.
   *
   * @param environment whose backups; their prefix ends with it
   */
  public static BackupStore bucket(BackupBucket settings, String environment) {
    return new BucketStore(settings, environment);
  }

  /** Where a backup is, as it is told: the path of its folder, or an address of S3. */
  public abstract String place(String name);

  /** The place as it is told. */
  @Override
  public abstract String toString();

  /** What may be a backup, by name; those that are known to be unfinished are left out. */
  abstract List<String> names() throws IOException;

  /** What was not finished; some of it may be written just now. */
  abstract List<UnfinishedBackup> unfinished() throws IOException;

  /** Removes what was not finished. */
  abstract void removeUnfinished(String name) throws IOException;

  /** Whether there is anything of a name, be it unfinished. */
  abstract boolean has(String name) throws IOException;

  /**
   * The folder in which a program finds the files of a backup as they were written; null where no
   * program can.
   */
  abstract @Nullable Path folder(String name);

  /** Begins a backup. */
  abstract BackupDraft begin(String name) throws IOException;

  /**
   * Reads a file of a backup.
   *
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  abstract InputStream read(String name, String file) throws IOException;

  /**
   * How long a file of a backup is, in bytes.
   *
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  abstract long length(String name, String file) throws IOException;

  /** Writes a small file beside those of a backup, or in place of the one that is there. */
  abstract void write(String name, String file, byte[] content) throws IOException;

  /**
   * Removes a backup. It is none from the first moment on.
   *
   * @throws IOException when something of it is left; where it is no backup any more, in words
   */
  abstract void remove(String name) throws IOException;
}
