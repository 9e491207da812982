package dev.slipway.catalog;

/**
 * A schema (namespace).
 *
 * @param id {@code [schema]}
 */
public record Schema(ObjectId id) implements DatabaseObject {}
