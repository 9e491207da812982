package dev.slipway.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What became of restoring a backup for trial.
 *
 * @param backup which one
 * @param at when
 * @param took how long the restore took, without starting a server
 * @param rows how many rows it has
 * @param differences what was not as it had been, in words; nothing where it is proved
 */
public record Drill(String backup, Instant at, Duration took, long rows, List<String> differences) {

  /** Copies the differences. */
  public Drill {
    differences = List.copyOf(differences);
  }

  /** Whether the backup counts: all was as it had been. */
  public boolean isProved() {
    return differences.isEmpty();
  }
}
