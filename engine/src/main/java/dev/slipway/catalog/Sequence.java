package dev.slipway.catalog;

/**
 * A sequence that is not an identity column's own; where it stands is data and not part of it.
 *
 * @param id {@code [schema, name]}
 * @param type the type of its values, such as {@code bigint}
 * @param options how it counts
 */
public record Sequence(ObjectId id, String type, SequenceOptions options)
    implements DatabaseObject {}
