package dev.slipway.soak;

/**
 * What ended within one second of a soak test.
 *
 * @param second which one, from 0 at the beginning of what is measured
 * @param rounds how many rounds ended
 * @param errors how many of them failed
 * @param meanMillis how long they took on average, from the moment at which they were due
 * @param p95Millis how long 95 of 100 took at most
 * @param maxMillis how long the slowest one took
 */
public record SoakSecond(
    long second, long rounds, long errors, double meanMillis, double p95Millis, double maxMillis) {}
