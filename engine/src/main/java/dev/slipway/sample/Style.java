package dev.slipway.sample;

import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are made. What follows in a migration may accept one and refuse another,
 * so they are tried in this order.
 */
public enum Style {
  /** Several rows whose values differ, and none is null. */
  WORDS(4, false),
  /** The same, with nothing but digits in texts, so that numbers can be made of them. */
  DIGITS(4, true),
  /** One row of words. */
  ONE(1, false),
  /** One row of digits. */
  ONE_OF_DIGITS(1, true),
  /** One row with null wherever it may be. */
  SPARSE(1, true);

  private final int rows;
  private final boolean digits;

  Style(int rows, boolean digits) {
    this.rows = rows;
    this.digits = digits;
  }

  int rows() {
    return rows;
  }

  boolean digits() {
    return digits;
  }

  /** The one that is tried next; null behind the last. */
  @Nullable Style next() {
    return switch (this) {
      case WORDS -> DIGITS;
      case DIGITS -> ONE;
      case ONE -> ONE_OF_DIGITS;
      case ONE_OF_DIGITS -> SPARSE;
      case SPARSE -> null;
    };
  }

  boolean leavesNull() {
    return this == SPARSE;
  }
}
