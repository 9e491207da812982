package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;

/**
 * That a statement changes rows of a table, as the server plans it.
 *
 * @param operation what it does to them
 * @param table whose rows
 * @param conditional whether the server looks for certain rows; otherwise it takes all of them
 */
public record RowChange(Operation operation, ObjectId table, boolean conditional) {

  /** What is done to rows. */
  public enum Operation {
    /** They are added. */
    INSERT,
    /** They are changed. */
    UPDATE,
    /** They are removed. */
    DELETE,
    /** Any of the three. */
    MERGE
  }
}
