package dev.slipway.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes and between the threads of this one; the end of the process frees it.
 */
final class FolderLock {

  private static final ConcurrentHashMap<Path, ReentrantLock> WITHIN_PROCESS =
      new ConcurrentHashMap<>();
  private static final long RETRY_NANOS = 10_000_000;

  private FolderLock() {}

  /** What is done under the lock. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /**
   * Waits for the lock, and works under it.
   *
   * <p>A thread that was interrupted before gets it all the same, for a server has to be closed by
   * such a thread too; the channel itself would refuse.
   */
  static void hold(Path file, Work work) throws IOException {
    boolean interrupted = Thread.interrupted();
    ReentrantLock threads = withinProcess(file);
    threads.lock();
    try (FileChannel channel = open(file)) {
      FileLock lock = tryLock(channel);
      while (lock == null) {
        lock = lock(channel);
      }
      work.run();
    } finally {
      threads.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Works under the lock when it is free, and does nothing otherwise. */
  static void holdIfFree(Path file, Work work) throws IOException {
    ReentrantLock threads = withinProcess(file);
    if (threads.isHeldByCurrentThread() || !threads.tryLock()) {
      return;
    }
    try (FileChannel channel = open(file)) {
      if (tryLock(channel) != null) {
        work.run();
      }
    } finally {
      threads.unlock();
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.lock();
    } catch (OverlappingFileLockException e) {
      // The same class in another class loader of this process holds it.
      LockSupport.parkNanos(RETRY_NANOS);
      return null;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static ReentrantLock withinProcess(Path file) {
    return WITHIN_PROCESS.computeIfAbsent(file, key -> new ReentrantLock());
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
