package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * How far a sequence is.
 *
 * @param sequence the sequence
 * @param column the identity column whose own it is; else null
 * @param value the last value that it gave, or the one that it begins with
 * @param called whether it gave that one already
 */
public record SequenceState(
    ObjectId sequence, @Nullable ObjectId column, long value, boolean called) {}
