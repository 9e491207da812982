package dev.slipway.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of taking migrations forth, back and forth over generated rows.
 *
 * @param tables how many tables held rows at some time
 * @param rows how many rows were generated
 * @param unproved what was not proved, and why; that is told, and no finding
 */
public record ProvedRows(int tables, long rows, List<Unproved> unproved) {

  /** Copies the list. */
  public ProvedRows {
    unproved = List.copyOf(unproved);
  }

  /** No rows at all. */
  public static ProvedRows none() {
    return new ProvedRows(0, 0, List.of());
  }

  /**
   * Something that rows could not prove.
   *
   * @param migration the migration that it is about
   * @param table the table, with its schema; null where it is about all of them
   * @param reason why, as a sentence
   */
  public record Unproved(String migration, @Nullable String table, String reason) {}
}
