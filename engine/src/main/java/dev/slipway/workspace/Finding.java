package dev.slipway.workspace;

/**
 * One thing that {@code check} found to be wrong.
 *
 * @param code what kind of thing, as a stable name such as {@code definition-without-migration}
 * @param what what is wrong, with which value
 * @param next the next step
 */
public record Finding(String code, String what, String next) {}
