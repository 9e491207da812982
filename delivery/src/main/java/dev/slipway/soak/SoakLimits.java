package dev.slipway.soak;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is allowed; null for anything.
 *
 * @param average the longest average
 * @param p50 the longest time of the faster half
 * @param p95 the longest time of 95 of 100
 * @param p99 the longest time of 99 of 100
 * @param errors the largest share of rounds that fail, 0 to 1
 * @param throughput the fewest rounds that succeed in a second
 */
record SoakLimits(
    @Nullable Duration average,
    @Nullable Duration p50,
    @Nullable Duration p95,
    @Nullable Duration p99,
    double errors,
    @Nullable Double throughput) {}
