package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;

/**
 * The rows of a table that are asked instead of all of them.
 *
 * @param table the table
 * @param percent how much of it; 100 where it is asked whole
 * @param byPages whether whole pages are taken or left, which reads no others, rather than rows
 * @param seed the same one has the same rows, as long as nobody writes
 */
public record TableSample(ObjectId table, double percent, boolean byPages, long seed) {

  /** From so many rows on, pages are taken: to look at each row would take as long as to ask it. */
  private static final long PAGES_FROM = 1_000_000;

  private static final double ALL = 100;

  /** The sample of a table with so many rows. */
  public static TableSample of(ObjectId table, long rows, Sample sample) {
    return new TableSample(table, sample.percentOf(rows), rows >= PAGES_FROM, sample.seed());
  }

  /** Whether the table is asked whole. */
  public boolean isWhole() {
    return percent >= ALL;
  }
}
