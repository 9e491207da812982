package dev.slipway.cli.demo;

import dev.slipway.cli.output.CliError;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A folder for temporary files that is deleted when it is closed. */
public final class DemoFolder implements AutoCloseable {

  private static final int TRIES = 100;
  private static final long PAUSE_NANOS = 100_000_000;

  private final Path path;

  private DemoFolder(Path path) {
    this.path = path;
  }

  /** Makes an empty folder. */
  public static DemoFolder create() {
    try {
      return new DemoFolder(Files.createTempDirectory("slipway-demo-").toRealPath());
    } catch (IOException e) {
      throw new SlipwayException(
          CliError.CANNOT_WRITE,
          "the folder for temporary files cannot be written to: " + e.getMessage(),
          "Free some space in it.",
          e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Waits until the server in it has stopped, and deletes it. */
  @Override
  public void close() {
    Path running = path.resolve(".slipway/postgres/dev/data/postmaster.pid");
    for (int i = 0; i < TRIES && Files.exists(running); i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new SlipwayException(
          CliError.CANNOT_WRITE,
          "the folder " + path + " cannot be deleted: " + e.getMessage(),
          "Delete it when nothing uses it any more.",
          e);
    }
  }
}
