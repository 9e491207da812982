package dev.slipway.schema.value;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Ranges that do not touch, in their order; none for an empty one (PostgreSQL manual, 8.17).
 *
 * <p>The server sorts and joins what it is sent, so a value that it gives back may have fewer
 * ranges.
 *
 * @param <T> the type of the bounds
 * @param ranges the ranges
 */
public record Multirange<T>(List<Range<T>> ranges) {

  /** Keeps a copy of the list. */
  public Multirange {
    ranges = List.copyOf(ranges);
  }

  /** The multirange of these ranges. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is copied at once
  public static <T> Multirange<T> of(Range<T>... ranges) {
    return new Multirange<>(List.of(ranges));
  }

  /** The multirange for messages: {@code {[1,3),[5,6)}}. */
  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
