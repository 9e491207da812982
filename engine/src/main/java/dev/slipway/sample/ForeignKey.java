package dev.slipway.sample;

import java.util.List;

/**
 * That columns name a row of a table.
 *
 * @param name what it is called
 * @param columns the numbers of the columns
 * @param parent the number of that table in the server's catalog
 * @param quoted its name as SQL
 * @param keys the names of its columns, as SQL
 */
record ForeignKey(
    String name, List<Integer> columns, long parent, String quoted, List<String> keys) {

  /** Copies the lists. */
  ForeignKey {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }
}
