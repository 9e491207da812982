package dev.slipway.schema.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param name its name, or null for the server's choice
 * @param unique whether it refuses two rows with the same key
 * @param nullsNotDistinct whether two nulls count as equal; false unless it is unique
 * @param method the access method, such as {@code gin}, or null for the engine's default
 * @param parts what it is over, at least one
 * @param include the names of further columns kept in it
 * @param where the rows it holds, or null for all
 * @param options its storage parameters
 * @param comment its comment, or null
 */
public record DefinedIndex(
    @Nullable String name,
    boolean unique,
    boolean nullsNotDistinct,
    @Nullable String method,
    List<IndexPart> parts,
    List<String> include,
    @Nullable Expression where,
    Map<String, String> options,
    @Nullable String comment) {

  /** Keeps copies of the lists. */
  public DefinedIndex {
    parts = List.copyOf(parts);
    include = List.copyOf(include);
  }
}
