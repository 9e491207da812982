package dev.slipway.catalog;

/**
 * How a sequence counts.
 *
 * @param start the first value
 * @param increment the step, never 0
 * @param min the least value
 * @param max the greatest value
 * @param cache how many values a session takes at once
 * @param cycle whether it starts again after the last value
 */
public record SequenceOptions(
    long start, long increment, long min, long max, long cache, boolean cycle) {}
