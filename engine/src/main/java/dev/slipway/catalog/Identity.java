package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * How an identity column gets its values.
 *
 * @param always whether a value given by an insert is refused
 * @param options how its own sequence counts
 * @param sequence the name of that sequence, beside its table; null when it is {@code
 *     TABLE_COLUMN_seq}
 */
public record Identity(boolean always, SequenceOptions options, @Nullable String sequence) {}
