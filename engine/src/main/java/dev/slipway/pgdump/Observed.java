package dev.slipway.pgdump;

/**
 * What an observer looks at beside definitions, comments and privileges.
 *
 * @param owners whether who owns each object counts
 */
public record Observed(boolean owners) {}
