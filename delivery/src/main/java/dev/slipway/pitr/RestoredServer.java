package dev.slipway.pitr;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that was restored, and has gone on from there.
 *
 * @param folder where its files are
 * @param backup the backup that was restored
 * @param wanted the time that was asked for; null for the end of the log
 * @param reached when the last transaction that it has was committed; null where none was after the
 *     backup
 * @param timeline which line of its history it has begun
 * @param copying how long the files took
 * @param recovering how long the log took
 * @param marked the databases into which it was written that they are copies
 * @param unmarked those that the role may not enter
 * @param port where it listens on 127.0.0.1; null where it was stopped
 * @param start how it is started
 * @param verified what was found when all rows were read; null where they were not
 */
public record RestoredServer(
    Path folder,
    PhysicalBackup backup,
    @Nullable Instant wanted,
    @Nullable Instant reached,
    long timeline,
    Duration copying,
    Duration recovering,
    List<String> marked,
    List<String> unmarked,
    @Nullable Integer port,
    List<String> start,
    @Nullable VerifiedRows verified) {

  /** Copies the lists. */
  public RestoredServer {
    marked = List.copyOf(marked);
    unmarked = List.copyOf(unmarked);
    start = List.copyOf(start);
  }
}
