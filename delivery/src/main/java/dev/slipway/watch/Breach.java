package dev.slipway.watch;

import java.time.Instant;

/**
 * A figure that was over its limit for as many samples in a row as count.
 *
 * @param figure the figure as it was in the last of them
 * @param since when the first of them was taken
 * @param samples how many they are
 */
public record Breach(Figure figure, Instant since, int samples) {}
