package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A sequence that is not an identity column's own; where it stands is data and not part of it.
 *
 * @param id {@code [schema, name]}
 * @param type the type of its values, such as {@code bigint}
 * @param options how it counts
 * @param unlogged whether it skips the write-ahead log
 */
public record Sequence(
    ObjectId id,
    String type,
    SequenceOptions options,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unlogged)
    implements DatabaseObject {}
