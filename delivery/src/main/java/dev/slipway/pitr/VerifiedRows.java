package dev.slipway.pitr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a restored database holds, beside what its original holds now.
 *
 * @param fingerprint of its catalog; null where it holds what Slipway does not model
 * @param fingerprintNow of the original's; null where it does, or can't be asked
 * @param tables the tables of both
 * @param failures what can't be read, and which indexes are not valid, in words
 */
public record VerifiedRows(
    @Nullable String fingerprint,
    @Nullable String fingerprintNow,
    List<TableRows> tables,
    List<String> failures) {

  /**
   * A table.
   *
   * @param name its name, quoted where it has to be
   * @param rows how many it has; null where it is not there, or can't be read
   * @param now how many the original has; null where it has no such table, or can't be asked
   */
  public record TableRows(String name, @Nullable Long rows, @Nullable Long now) {}

  /** Copies the lists. */
  public VerifiedRows {
    tables = List.copyOf(tables);
    failures = List.copyOf(failures);
  }
}
