package dev.slipway.soak;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Collects times to a thousandth of their size. Used under the lock of its {@link Recording}. */
final class Times {

  private static final int DIGITS = 3;
  private static final double NANOS_OF_MICROS = 1000;
  private static final double MICROS_OF_MILLIS = 1000;

  private final String name;
  private final Histogram micros = new Histogram(DIGITS);
  private long errors;

  Times(String name) {
    this.name = name;
  }

  void add(long nanos, boolean isError) {
    micros.recordValue(Math.max(0, Math.round(nanos / NANOS_OF_MICROS)));
    errors += isError ? 1 : 0;
  }

  long count() {
    return micros.getTotalCount();
  }

  long errors() {
    return errors;
  }

  double percentile(double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS_OF_MILLIS;
  }

  double mean() {
    return micros.getTotalCount() == 0 ? 0 : micros.getMean() / MICROS_OF_MILLIS;
  }

  SoakTimes result() {
    Map<String, Double> percentiles = new LinkedHashMap<>();
    percentiles.put("p50", percentile(50));
    percentiles.put("p75", percentile(75));
    percentiles.put("p90", percentile(90));
    percentiles.put("p95", percentile(95));
    percentiles.put("p99", percentile(99));
    percentiles.put("p99.9", percentile(99.9));
    percentiles.put("max", percentile(100));
    return new SoakTimes(name, count(), errors, mean(), percentiles);
  }
}
