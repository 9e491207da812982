package dev.slipway.schema.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All values between two bounds, of which each may belong to the range or not, or be missing
 * (PostgreSQL manual, 8.17 Range Types).
 *
 * <p>The server gives ranges of integers and days back in one spelling, with the lower bound and
 * without the upper one: {@code closed(1, 3)} comes back as {@code closedOpen(1, 4)}. {@link #of}
 * and its shorter words make a range that is not empty; where its bounds cross, the server refuses
 * it.
 *
 * @param <T> the type of the bounds
 * @param lower the lower bound, or null where there is none
 * @param hasLower whether the lower bound belongs to it; false where there is none
 * @param upper the upper bound, or null where there is none
 * @param hasUpper whether the upper bound belongs to it; false where there is none
 * @param isEmpty whether nothing is in it; it has no bounds then
 */
public record Range<T>(
    @Nullable T lower, boolean hasLower, @Nullable T upper, boolean hasUpper, boolean isEmpty) {

  /** Refuses bounds that contradict each other. */
  public Range {
    if ((lower == null && hasLower) || (upper == null && hasUpper)) {
      throw new IllegalArgumentException("a bound that is missing can't belong to a range");
    }
    if (isEmpty && (lower != null || upper != null)) {
      throw new IllegalArgumentException("an empty range has no bounds");
    }
  }

  /** The range of these bounds; null for a missing one. */
  public static <T> Range<T> of(
      @Nullable T lower, boolean hasLower, @Nullable T upper, boolean hasUpper) {
    return new Range<>(lower, hasLower, upper, hasUpper, false);
  }

  /** From one value to another, both included: {@code [1,3]}. */
  public static <T> Range<T> closed(T lower, T upper) {
    return of(Objects.requireNonNull(lower), true, Objects.requireNonNull(upper), true);
  }

  /** From one value up to another, the second left out: {@code [1,3)}. */
  public static <T> Range<T> closedOpen(T lower, T upper) {
    return of(Objects.requireNonNull(lower), true, Objects.requireNonNull(upper), false);
  }

  /** From this value on: {@code [1,)}. */
  public static <T> Range<T> from(T lower) {
    return of(Objects.requireNonNull(lower), true, null, false);
  }

  /** All values below this one: {@code (,3)}. */
  public static <T> Range<T> below(T upper) {
    return of(null, false, Objects.requireNonNull(upper), false);
  }

  /** All values: {@code (,)}. */
  public static <T> Range<T> all() {
    return of(null, false, null, false);
  }

  /** No value. */
  public static <T> Range<T> empty() {
    return new Range<>(null, false, null, false, true);
  }

  /** The range for messages: {@code [1,3)}. */
  @Override
  public String toString() {
    return isEmpty
        ? "empty"
        : (hasLower ? "[" : "(")
            + (lower == null ? "" : lower)
            + ","
            + (upper == null ? "" : upper)
            + (hasUpper ? "]" : ")");
  }
}
