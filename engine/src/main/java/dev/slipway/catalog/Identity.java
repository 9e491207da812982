package dev.slipway.catalog;

/**
 * How an identity column gets its values.
 *
 * @param always whether a value given by an insert is refused
 * @param options how its own sequence counts
 */
public record Identity(boolean always, SequenceOptions options) {}
