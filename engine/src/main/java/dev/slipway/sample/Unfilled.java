package dev.slipway.sample;

/**
 * A table for which no rows could be made.
 *
 * @param table its schema and name with a point between
 * @param reason why, as the server said it
 */
public record Unfilled(String table, String reason) {}
