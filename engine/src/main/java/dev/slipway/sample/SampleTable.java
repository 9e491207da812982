package dev.slipway.sample;

import java.util.List;
import java.util.Set;

/**
 * A table that rows are made for.
 *
 * @param oid its number in the server's catalog
 * @param name its schema and name with a point between
 * @param quoted its name as SQL
 * @param columns those that take values
 * @param demands what rows must fulfil within the table
 * @param foreignKeys what they must name
 */
record SampleTable(
    long oid,
    String name,
    String quoted,
    List<SampleColumn> columns,
    List<Demand> demands,
    List<ForeignKey> foreignKeys) {

  /** Copies the lists. */
  SampleTable {
    columns = List.copyOf(columns);
    demands = List.copyOf(demands);
    foreignKeys = List.copyOf(foreignKeys);
  }

  SampleColumn column(int number) {
    return columns.stream()
        .filter(column -> column.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + number));
  }

  boolean has(Set<Integer> numbers) {
    return columns.stream().map(SampleColumn::number).toList().containsAll(numbers);
  }
}
