package dev.slipway.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one batch.
 *
 * @param table the table that is walked, as the session knows it
 * @param key what it is walked by
 * @param after the key of the last row of the batch before; null for the first batch
 * @param end the key of its last row
 */
public record BatchRange(
    String table, BatchKey key, @Nullable List<String> after, List<String> end) {

  /** Copies the lists. */
  public BatchRange {
    after = after == null ? null : List.copyOf(after);
    end = List.copyOf(end);
  }
}
