package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extended statistics over several columns or expressions of a table.
 *
 * @param name their name
 * @param kinds what is gathered, such as {@code mcv}; none for everything
 * @param keys what they are over
 * @param comment their comment, or null
 */
public record DefinedStatistics(
    String name, List<String> kinds, List<IndexPart.Key> keys, @Nullable String comment) {

  /** Keeps copies of the lists. */
  public DefinedStatistics {
    kinds = List.copyOf(kinds);
    keys = List.copyOf(keys);
  }
}
