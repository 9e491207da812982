package dev.slipway.dialect;

import java.util.List;

/**
 * Where a batch ends.
 *
 * @param key the key of its last row
 * @param rows how many rows it has
 */
public record BatchEnd(List<String> key, long rows) {

  /** Copies the key. */
  public BatchEnd {
    key = List.copyOf(key);
  }
}
