package dev.slipway.verification;

import java.time.Duration;
import java.util.List;

/** What a check expects of its query. */
public sealed interface Expectation {

  /** No row comes. */
  record NoRows() implements Expectation {}

  /** At least one row comes. */
  record SomeRows() implements Expectation {}

  /**
   * So many rows come.
   *
   * @param number how many
   */
  record RowCount(long number) implements Expectation {}

  /**
   * One row with one column comes.
   *
   * @param text its value as the server writes it
   */
  record Value(String text) implements Expectation {}

  /**
   * Exactly these rows come, in any order.
   *
   * @param rows each as its values, parted by {@code |}
   */
  record Rows(List<String> rows) implements Expectation {

    /** Copies the rows. */
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The server reads an index.
   *
   * @param name the index's name
   */
  record ReadsIndex(String name) implements Expectation {}

  /**
   * The server does not read a table from one end to the other.
   *
   * @param table the table with its schema
   */
  record NoScan(String table) implements Expectation {}

  /**
   * Planning and running take less than a time, by the median of several runs after a first one.
   *
   * @param limit the time
   * @param runs how many runs
   */
  record Under(Duration limit, int runs) implements Expectation {}
}
