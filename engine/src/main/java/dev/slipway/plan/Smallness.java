package dev.slipway.plan;

/**
 * How much a table may hold so that nobody notices how long it is locked, read or written anew.
 *
 * @param rows the number of rows up to which it is small
 * @param bytes the bytes up to which it is small
 */
public record Smallness(long rows, long bytes) {

  private static final long MEGABYTE = 1 << 20;

  /** 10,000 rows and 8 MB: at the rates of {@link Rate} that is a fraction of a second. */
  public static Smallness standard() {
    return new Smallness(10_000, 8 * MEGABYTE);
  }

  /** Whether a table is small: its rows and its bytes both are few enough. */
  boolean holds(TableSize size) {
    return size.bytes() <= bytes
        && size.rows() <= rows
        && size.precision() != TableSize.Precision.MORE_THAN;
  }
}
