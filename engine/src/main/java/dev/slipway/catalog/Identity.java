package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How an identity column gets its values.
 *
 * @param always whether a value given by an insert is refused
 * @param options how its own sequence counts
 * @param sequence the name of that sequence, beside its table; null when it is {@code
 *     TABLE_COLUMN_seq}
 * @param apart whether that sequence is in the write-ahead log and the table is not, or the other
 *     way round
 */
public record Identity(
    boolean always,
    SequenceOptions options,
    @Nullable String sequence,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean apart) {}
