package dev.slipway.schema.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or a unique constraint.
 *
 * @param name the constraint's name, or null for the server's choice
 * @param columns the names of its columns, in their order
 * @param nullsNotDistinct whether two nulls count as equal; false for a primary key
 * @param include the names of further columns kept in its index
 * @param options the storage parameters of its index
 * @param deferral when it is checked
 * @param comment its comment, or null
 */
public record DefinedKey(
    @Nullable String name,
    List<String> columns,
    boolean nullsNotDistinct,
    List<String> include,
    Map<String, String> options,
    Deferral deferral,
    @Nullable String comment) {

  /** A key that has nothing but columns. */
  public DefinedKey(@Nullable String name, List<String> columns, boolean nullsNotDistinct) {
    this(name, columns, nullsNotDistinct, List.of(), Map.of(), Deferral.NOT_DEFERRABLE, null);
  }

  /** Keeps copies of the lists. */
  public DefinedKey {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }
}
