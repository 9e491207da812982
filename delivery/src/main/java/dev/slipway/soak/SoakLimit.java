package dev.slipway.soak;

/**
 * A limit and what became of it.
 *
 * @param name what it limits: {@code average}, {@code p50}, {@code p95}, {@code p99} in
 *     milliseconds, {@code errors} as a share from 0 to 1, {@code throughput} in rounds a second
 * @param value what was reached
 * @param limit what is allowed: the least of throughput, the most of anything else
 */
public record SoakLimit(String name, double value, double limit) {

  /** What has a least value instead of a most one. */
  static final String THROUGHPUT = "throughput";

  /** Whether it was kept. */
  public boolean isKept() {
    return name.equals(THROUGHPUT) ? value >= limit : value <= limit;
  }
}
