package dev.slipway.plan;

/**
 * How much a table holds.
 *
 * @param bytes its rows on disk with what is stored beside them, without indexes
 * @param rows how many rows it has
 * @param precision what is known of that number
 */
public record TableSize(long bytes, long rows, Precision precision) {

  /** What a number of rows says. */
  public enum Precision {
    /** They were counted. */
    EXACT,
    /** The server's statistics say so. */
    ABOUT,
    /** There are no statistics, and counting ended there. */
    MORE_THAN
  }

  /** Two tables together. */
  public TableSize plus(TableSize other) {
    return new TableSize(
        bytes + other.bytes,
        rows + other.rows,
        precision.compareTo(other.precision) > 0 ? precision : other.precision);
  }
}
