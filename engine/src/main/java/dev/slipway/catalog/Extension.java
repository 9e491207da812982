package dev.slipway.catalog;

/**
 * An extension. Its version is the server's affair and is not compared.
 *
 * @param id {@code [extension]}
 * @param schema the schema that holds its objects
 */
public record Extension(ObjectId id, String schema) implements DatabaseObject {}
