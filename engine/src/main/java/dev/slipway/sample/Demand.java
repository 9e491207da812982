package dev.slipway.sample;

import java.util.Set;

/**
 * What a row must fulfil within its table: a check, a key, an exclusion, the bounds of a partition.
 *
 * @param name what the server calls it when it refuses a row; empty for the bounds of a partition
 * @param columns the numbers of the columns that it is about
 * @param literals what it compares with
 */
record Demand(String name, Set<Integer> columns, Literals literals) {

  /** Copies the set. */
  Demand {
    columns = Set.copyOf(columns);
  }
}
