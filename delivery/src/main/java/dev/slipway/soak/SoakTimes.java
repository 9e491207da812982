package dev.slipway.soak;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long something took, in milliseconds.
 *
 * @param name what
 * @param count how often
 * @param errors how often it failed
 * @param mean the average
 * @param percentiles how long so many of 100 took at most, by {@code p50}, {@code p75}, {@code
 *     p90}, {@code p95}, {@code p99}, {@code p99.9} and {@code max}
 */
public record SoakTimes(
    String name, long count, long errors, double mean, Map<String, Double> percentiles) {

  /** Copies the percentiles in their order. */
  public SoakTimes {
    percentiles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(percentiles));
  }

  /** One of them. */
  public double percentile(String percentile) {
    Double value = percentiles.get(percentile);
    if (value == null) {
      throw new IllegalArgumentException("no percentile " + percentile);
    }
    return value;
  }
}
