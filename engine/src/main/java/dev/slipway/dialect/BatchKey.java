package dev.slipway.dialect;

import java.util.List;

/**
 * What a table's rows are walked by.
 *
 * @param table the table with its alias, as it stands in a {@code from} clause
 * @param columns the columns as they stand in a condition, qualified by the alias
 * @param types their types
 */
public record BatchKey(String table, List<String> columns, List<String> types) {

  /** Copies the lists. */
  public BatchKey {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
  }
}
