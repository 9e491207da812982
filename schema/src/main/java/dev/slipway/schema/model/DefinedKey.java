package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or a unique constraint.
 *
 * @param name the constraint's name, or null for the server's choice
 * @param columns the names of its columns, in their order
 * @param nullsNotDistinct whether two nulls count as equal; false for a primary key
 */
public record DefinedKey(@Nullable String name, List<String> columns, boolean nullsNotDistinct) {

  /** Keeps a copy of the list. */
  public DefinedKey {
    columns = List.copyOf(columns);
  }
}
