package dev.slipway.dialect;

import java.util.Map;

/**
 * What a transaction did to the rows of tables until some moment.
 *
 * @param tables the tables, by their numbers
 */
public record RowsCounted(Map<Long, Count> tables) {

  public RowsCounted {
    tables = Map.copyOf(tables);
  }

  /**
   * What it did to one table.
   *
   * @param updated how many rows it changed
   * @param deleted how many rows it removed one by one
   * @param file the file of the table, which is another one after its rows were removed at once
   */
  public record Count(long updated, long deleted, long file) {}
}
