package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

  private static final Duration WRITING = Duration.ofMillis(300);

  @TempDir Path temporary;

  @Test
  void should_delete_what_a_dying_process_still_creates() throws Exception {
    Path root = temporary.resolve("server");
    Files.createDirectories(root.resolve("users"));
    var begun = new CountDownLatch(1);
    var writer = CompletableFuture.runAsync(() -> write(root, begun));
    begun.await();
    FileTree.delete(root);
    writer.join();
    assertThat(root).doesNotExist();
  }

  /** Faster than a folder is listed, so that one pass over it never leaves it empty. */
  private static void write(Path root, CountDownLatch begun) {
    long end = System.nanoTime() + WRITING.toNanos();
    try {
      for (int i = 0; System.nanoTime() - end < 0; i++) {
        Files.createDirectory(root.resolve("stopping-" + i));
        begun.countDown();
      }
    } catch (NoSuchFileException e) {
      // Deleted between two of them: the folder is gone for good.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
