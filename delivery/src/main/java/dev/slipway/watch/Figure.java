package dev.slipway.watch;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a sample. It holds no secret.
 *
 * @param name what was measured, such as {@code connections} or {@code p95 of ${APP_URL}/health}
 * @param value how much; null where that could not be measured
 * @param unit what the value counts
 * @param limit the most that is allowed; null for any
 * @param detail what it is about in words; null where the name says all
 */
public record Figure(
    String name,
    @Nullable Double value,
    Unit unit,
    @Nullable Double limit,
    @Nullable String detail) {

  /** What a value counts. */
  public enum Unit {
    /** A number of things. */
    COUNT,
    /** A part of the whole, 0 to 1. */
    SHARE,
    /** Milliseconds. */
    MILLISECONDS,
    /** How many times as much as before. */
    FACTOR
  }

  /** Whether it is more than is allowed, or can't be measured although it has a limit. */
  public boolean isOver() {
    return limit != null && (value == null || value > limit);
  }
}
