package dev.slipway.embedded;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A folder with all that is in it, copied or deleted. */
final class FileTree {

  /** For how long a folder is emptied again that somebody still writes into. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FileTree() {}

  /** Copies for the one whom the server runs as; permissions stay, times do not: they cost much. */
  static void copy(Path from, Path to, RunAs owner) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            return copyOne(folder);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            return copyOne(file);
          }

          private FileVisitResult copyOne(Path source) throws IOException {
            Path target = to.resolve(from.relativize(source).toString());
            Files.copy(source, target);
            owner.own(target);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Deletes what is there; what somebody else deletes at the same time is no failure, and what he
   * still creates goes too: the {@code mkdir} of a guardian's shell may outlive the shell.
   *
   * @throws DirectoryNotEmptyException when files still come after {@link #PATIENCE}
   */
  static void delete(Path root) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean isDone = !Files.exists(root);
    while (!isDone) {
      try {
        deleteOnce(root);
        // Whoever makes the folder again may keep it.
        isDone = true;
      } catch (DirectoryNotEmptyException e) {
        if (System.nanoTime() - end >= 0) {
          throw e;
        }
      }
    }
  }

  private static void deleteOnce(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
