package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;

/**
 * A table of copies of rows that one statement takes from one table.
 *
 * @param place the table of copies
 * @param table where the rows are from, under the name that it has when the statement runs
 * @param number the statement's number in its script, from 1
 * @param watch what has to go when the transaction ends; empty where nothing has
 */
public record RowsAside(ObjectId place, ObjectId table, int number, String watch) {

  /** How the words of such an object begin. */
  public static final String WORDS = "rows of ";

  /** What it is, in words. */
  public String object() {
    return WORDS + table.dotted() + " (statement " + number + ")";
  }
}
