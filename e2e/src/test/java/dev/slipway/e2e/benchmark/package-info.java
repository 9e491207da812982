/**
 * How long Slipway takes, and how that grows with the schema: {@link
 * dev.slipway.e2e.benchmark.BenchmarkTest} writes {@code benchmarks/README.md}. Nothing here
 * asserts a duration.
 */
@NullMarked
package dev.slipway.e2e.benchmark;

import org.jspecify.annotations.NullMarked;
